"""Find in every configured project at once: the switch, the searches, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on

from rctui.customers.listed import ListedCustomer
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.finding.view import FindView
from rctui.tui.keys.find_keys import in_the_box
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.project_switch import ProjectSwitch
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.customers.finding.find import FindCustomers, Found
    from rctui.customers.finding.find_everywhere import FoundEverywhere
    from rctui.customers.names import Names
    from rctui.tables.table import Table
    from rctui.tui.keys.actions import Action
    from rctui.tui.widgets.plain import Toned
    from rctui.wiring.opening import ProjectFacts

AT_ONCE: Final = 6
"""Projects that are asked at the same time."""
_LINES: Final = 5
"""Projects that are told one by one above the list."""
_SWITCH_ON: Final = label("enter looks in every project, each by at most six requests.")
_SWITCH_OFF: Final = label("enter looks in the project on screen.")


class EveryProject:
    """The switch and what it found last. It stays when the project on screen changes."""

    def __init__(self) -> None:
        self.on = False
        self.found: FoundEverywhere | None = None
        self.to_ask: list[ProjectFacts] = []
        """Those whose turn is still to come."""


class FindsEverywhere(FindView):
    """The part of Find that looks beyond the project on screen."""

    @property
    def _every(self) -> EveryProject:
        return self.program.every_project

    @property
    def has_projects(self) -> bool:
        """Whether there is more than one to look in."""
        return len(self.session.opening.projects) > 1

    def switches(self) -> Iterator[ProjectSwitch]:
        """The switch, where there is something to switch."""
        if self.has_projects:
            yield ProjectSwitch(len(self.session.opening.projects))

    @property
    def keys_in_the_box(self) -> list[Action]:
        """What the footer shows while the box has the focus."""
        empty = not any(box.value for box in self.query(FindBox))
        return in_the_box(self.program.action_keys, empty=empty, switch=self.has_projects)

    @on(FindBox.Changed)
    def show_keys_of_the_box(self) -> None:
        """An empty box leaves more keys to the screen than one that holds something."""
        self.on_descendant_focus()

    @property
    def looks_everywhere(self) -> bool:
        """Whether the next search asks every project."""
        return self._every.on and self.has_projects

    def show_switch(self) -> None:
        """Show how the switch stands, and what it found before the project changed."""
        for switch in self.query(ProjectSwitch):
            switch.show(on=self._every.on)
        if self.looks_everywhere and self._every.found and not self.session.start_text:
            self.box.put(self._every.found.text)
            self._show_everywhere(focus=True)

    # The switch

    def action_every_project(self) -> None:
        """Turn the switch, and go on in the box."""
        if not self.has_projects:
            self.program.say(self.one_project)
            return
        self._every.on = not self._every.on
        self.stop_finding_everywhere()
        for switch in self.query(ProjectSwitch):
            switch.show(on=self._every.on)
        self._say_in_place(_SWITCH_ON if self._every.on else _SWITCH_OFF)
        self.box.focus()

    @property
    def one_project(self) -> SafeText:
        """Why there is nothing to switch."""
        name = safe(self.session.project.name)
        return phrase("{} is the only project. Add one with: rctui config add", name)

    @on(ProjectSwitch.Turned)
    def turn_switch(self) -> None:
        """Space or enter on the switch."""
        self.action_every_project()

    @on(ProjectSwitch.Left)
    def leave_switch(self) -> None:
        """Escape on the switch."""
        self.box.focus()

    # The searches

    def went_to(self, project_id: str, text: str) -> bool:
        """Look there, where an address names another project that is configured."""
        from rctui.api.paths import same_project

        for project in self.session.opening.projects:
            if same_project(project.project_id, project_id):
                self.program.use_project(project, text=text)
                self.program.say(phrase("This address is of {}.", safe(project.name)))
                return True
        self.program.say(
            phrase("The address is of project {}, not configured: looked here.", safe(project_id))
        )
        return False

    def find_everywhere(self, text: str) -> None:
        """Ask every project, a few at a time. Answers show as they come."""
        from rctui.customers.finding.find import FindCustomers
        from rctui.customers.finding.find_everywhere import FoundEverywhere

        self.stop_finding_everywhere()
        projects = self.session.opening.projects
        found = FoundEverywhere.asked(text, [(one.key, one.name) for one in projects])
        self._every.found = found
        self._every.to_ask = list(projects)
        for _ in range(AT_ONCE):
            self._ask_next(FindCustomers(text, is_choice=True))
        self._say_in_place(phrase("Looking in {} projects…", len(projects)))

    def _say_in_place(self, words: SafeText) -> None:
        self.has_said(words)
        self.query_one("#said", Plain).show((words, Tone.MUTED))

    def _ask_next(self, read: FindCustomers) -> None:
        if self._every.to_ask:
            self._ask(self._every.to_ask.pop(0), read)

    def _ask(self, project: ProjectFacts, read: FindCustomers) -> None:
        def answered(answer: Answer[Found]) -> None:
            self._ask_next(read)
            before = self._every.found
            if before is not None:
                self._every.found = before.answered(project.key, answer.value, answer.failure)
                self._show_everywhere(focus=not before.matches)

        self.load(f"find in {project.key}", read, Need.HEADER, answered, project=project.key)

    def stop_finding_everywhere(self) -> None:
        """Nobody waits for the other projects any more."""
        self._every.found = None
        self._every.to_ask = []
        for project in self.session.opening.projects:
            self.stop_loading(f"find in {project.key}")

    def _show_everywhere(self, *, focus: bool) -> None:
        found = self._every.found
        if found is not None:
            self.show_several(
                found.together,
                everywhere_lines(found),
                _rows(found),
                table=self._everywhere_table(),
                focus=focus,
            )

    def _everywhere_table(self) -> Table[ListedCustomer]:
        from rctui.tables.listed_customers import everywhere_customers_table

        known: dict[str, tuple[str, Names]] = {
            one.key: (one.name, one.names) for one in self.session.opening.projects
        }
        return everywhere_customers_table(known, self.session.zone)

    def open_where_it_is(self, row: ListedCustomer) -> None:
        """Open a customer in the project that knows them."""
        for project in self.session.opening.projects:
            if project.key == row.project:
                self.program.open_in_project(project, row.customer_id)


def _rows(found: FoundEverywhere) -> tuple[ListedCustomer, ...]:
    return tuple(
        ListedCustomer(match.customer.id, customer=match.customer, project=project.key)
        for project, match in found.matches
    )


def everywhere_lines(found: FoundEverywhere) -> list[SafeText | Toned]:
    """What came of it so far, the projects that failed among it."""
    from rctui.customers.finding.find_everywhere import told_lines

    count = len(found.matches)
    rows: list[SafeText | Toned] = []
    if count:
        rows.append(phrase("{} found: enter opens it in its project, esc goes back.", count))
    elif not found.is_open:
        rows.append((label("Not found in any project that answered."), Tone.ATTENTION))
    refused = found.together.refused
    rows += [(words, Tone.ATTENTION) for words in refused]
    failed = {one.words for one in found.failed}
    for words in told_lines(found, _LINES):
        rows.append((words, Tone.BAD if words in failed else Tone.MUTED))
    return rows
