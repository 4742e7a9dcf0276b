"""The way from screen to screen. Find is the root; above it lies whatever was opened."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from rctui.tables.commands import Command
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.looks.themed_app import ThemedApp
from rctui.tui.screens.find import FindScreen
from rctui.tui.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rctui.api.models.customer import Customer
    from rctui.customers.finding.matches import StoreRow
    from rctui.tui.screens.base import RctuiScreen
    from rctui.tui.screens.copy_menu import CopyChoice
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned
    from rctui.wiring.opening import ProjectFacts


class Navigation(ThemedApp):
    """Opens screens, closes them again, and lists what a screen offers."""

    session: Session
    trail: Trail

    def show_find(self) -> None:
        """Put the first screen up."""
        self.push_screen(FindScreen(self.session))

    def go_to_find(self) -> None:
        """Close everything above Find and focus its box."""
        self._close_down_to_find()
        if isinstance(self.screen, FindScreen):
            self.screen.action_find()

    def go_back(self) -> None:
        """Close the uppermost screen; leave where it is the first."""
        if isinstance(self.screen, FindScreen):
            self.exit()
        else:
            left = self.screen
            self.pop_screen()
            if isinstance(self.screen, FindScreen):
                self.screen.comes_back_from(getattr(left, "customer_id", ""))

    def close_layer(self) -> None:
        """What `esc` does where a screen has nothing to close: nothing."""

    def _close_down_to_find(self) -> None:
        while len(self.screen_stack) > 1 and not isinstance(self.screen, FindScreen):
            self.pop_screen()

    def use_project(self, project: ProjectFacts, *, text: str = "") -> None:
        """Look at another project: a Find of its own, which finds `text` at once."""
        self._close_down_to_find()
        if project.key == self.session.project.key:
            return
        self.session = self.session._replace(project=project, start_text=text)
        self.trail = Trail()
        self.use_theme_of(self.kept_themes.get(project.key, project.theme))
        self.session.worker.warm(project.key)
        self.switch_screen(FindScreen(self.session))

    def open_in_project(self, project: ProjectFacts, customer_id: str) -> None:
        """Show a customer of a project, which becomes the one on screen."""
        elsewhere = project.key != self.session.project.key
        self.use_project(project)
        self.open_customer(customer_id, asked=customer_id)
        if elsewhere:
            self.say(phrase("Now in {}.", safe(project.name)))

    def open_customer(
        self,
        customer_id: str,
        *,
        asked: str,
        known: Customer | None = None,
        sought: StoreRow | None = None,
    ) -> None:
        """Show a customer, in place of another one that is on screen.

        `sought` is the row that an order or transaction id stands for: it is stood on.
        """
        from rctui.tui.customer.asking_ahead import AskedAhead

        ahead = AskedAhead(self.session, customer_id, is_known=known is not None)
        from rctui.tui.screens.customer import CustomerScreen

        self.trail.open(customer_id)
        screen = CustomerScreen(
            self.session, customer_id, asked=asked, known=known, ahead=ahead, sought=sought
        )
        if isinstance(self.screen, CustomerScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def open_previous_customer(self) -> None:
        """Show the customer before the one opened last."""
        previous = self.trail.previous
        if previous is None:
            self.say(label("No other customer has been opened yet."))
        else:
            self.open_customer(previous, asked=previous)

    def open_activity(self) -> None:
        """Show the requests of this run."""
        from rctui.tui.screens.activity import ActivityScreen

        if not isinstance(self.screen, ActivityScreen):
            self.push_screen(ActivityScreen(self.session))

    def open_projects(self) -> None:
        """Show the configured projects."""
        from rctui.tui.screens.projects import ProjectsScreen

        if not isinstance(self.screen, ProjectsScreen):
            self.push_screen(ProjectsScreen(self.session))

    def open_blocked(self) -> None:
        """Show the block list."""
        from rctui.tui.screens.blocked import BlockedScreen

        if not isinstance(self.screen, BlockedScreen):
            self.push_screen(BlockedScreen(self.session))

    def open_help(self, screen: RctuiScreen) -> None:
        """Show the keys of a screen."""
        from rctui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.session, screen.OFFERS))

    def show_text(
        self,
        place: tuple[SafeText, ...],
        rows: Sequence[SafeText | Toned],
        *,
        indent: int = 0,
        raw: Callable[[], None] | None = None,
        copy: Callable[[], None] | None = None,
        ticket: Callable[[], None] | None = None,
        grant: Callable[[], None] | None = None,
    ) -> None:
        """Show a long text on a screen of its own."""
        from rctui.tui.screens.text import TextScreen

        means = {"raw": raw, "copy": copy, "ticket": ticket, "grant": grant}
        self.push_screen(TextScreen(self.session, place, rows, indent=indent, **means))

    # Lists of commands

    def open_actions(self, screen: RctuiScreen) -> None:
        """List what a screen offers, and why not."""
        self._pick(label("What can be done here"), list(_offered(screen)))

    def open_palette(self, screen: RctuiScreen) -> None:
        """Search every command."""
        commands = [*_offered(screen), *self._project_commands(), *self.more_commands()]
        self._pick(label("Commands"), commands)

    def more_commands(self) -> Iterator[Command]:
        """What the palette offers on every screen besides the screen's own actions."""
        return iter(())

    def _project_commands(self) -> Iterator[Command]:
        for project in self.session.opening.projects:
            yield Command(
                f"project-{project.key}",
                label("Project"),
                label(""),
                phrase("Look at {} ({}).", safe(project.name), safe(project.key)),
                partial(self.use_project, project),
            )

    def _pick(self, title: SafeText, commands: list[Command]) -> None:
        from rctui.tui.screens.commands import CommandsScreen

        self.push_screen(CommandsScreen(title, commands), _run)

    # Copies and addresses

    def choose_copy(self, choices: list[CopyChoice]) -> None:
        """Ask what to copy, and copy it."""
        from rctui.tui.screens.copy_menu import CopyMenu

        self.push_screen(CopyMenu(choices), self._copy_choice)

    def _copy_choice(self, choice: CopyChoice | None) -> None:
        if choice is None:
            return
        if choice.by_hand:
            from rctui.tui.copying.copy import show_by_hand

            show_by_hand(self, choice.name, choice.value)
        else:
            self.copy(choice.name, choice.value)

    def copy(self, name: SafeText, value: str) -> None:
        """Copy a value exactly as it is."""
        from rctui.tui.copying.copy import copy_value

        setting = self.session.opening.screen.clipboard
        self.run_worker(copy_value(self, name, value, setting), group="copy", exclusive=True)

    def open_export(self, screen: RctuiScreen) -> None:
        """Ask what of a screen is exported, and export it."""
        from rctui.tui.screens.export import ExportScreen, current_folder

        offer = screen.exports()
        if offer.choices:
            self.push_screen(ExportScreen(self.session, offer, current_folder()))
        else:
            self.say(label("There is no list here."))

    def open_address(self, url: str) -> None:
        """Show an address where there is a browser; over SSH, copy it and show it."""
        from rctui.tui.copying.browser import can_show, show

        if can_show(os.environ):
            self.run_worker(lambda: show(url, os.environ), thread=True, group="browser")
            self.say(phrase("Opening {}", safe(url)))
        else:
            self.copy(label("Dashboard URL"), url)
            self.show_text((label("Dashboard"),), [safe(url, limit=len(url))])


def _run(command: Command | None) -> None:
    if command is not None:
        command.run()


def _offered(screen: RctuiScreen) -> Iterator[Command]:
    for action in screen.OFFERS:
        yield Command(
            action.id,
            action.name,
            screen.program.action_keys.on(action).face,
            action.help,
            partial(screen.call_later, screen.run_action, f"screen.{action.method}"),
            screen.why_not(action),
        )
