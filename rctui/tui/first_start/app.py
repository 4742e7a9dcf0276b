"""The first start as a program of its own; it ends with what to open next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.screen import Screen

from rctui.config.errors import ConfigProblems
from rctui.config.theme_choice import ThemeChoice, fitting_theme
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.driver.lean_driver import LeanDriver
from rctui.tui.keys.in_force import keys_of
from rctui.tui.looks.themed_app import ThemedApp
from rctui.tui.widgets.header_line import HeaderLine, HeaderWords
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.config.keymap import Keymap
    from rctui.tui.widgets.plain import Toned
    from rctui.wiring.opening import Opening

_LONG: Final = 300
DEMO: Final = "demo"
CONFIGURED: Final = "configured"


class FirstStartApp(ThemedApp):
    """Ends with `DEMO`, `CONFIGURED` or nothing."""

    def __init__(self, opening: Opening) -> None:
        fitting = ThemeChoice(fitting=fitting_theme(os.environ))
        super().__init__(driver_class=LeanDriver, choice=fitting)
        self.opening = opening
        """What was set up, once the program has ended with `CONFIGURED`."""

    def on_mount(self) -> None:
        """Show the two ways on."""
        self.say_theme_trouble()
        self.push_screen(WaysOn(self.opening))

    def end_with(self, opening: Opening) -> None:
        """A project has been set up."""
        self.opening = opening
        self.exit(CONFIGURED)


def first_start(opening: Opening, demo: Callable[[], Opening]) -> Opening | None:
    """Ask what to open; `demo` builds the demo's. `None` where the operator left instead."""
    app = FirstStartApp(opening)
    answer = app.run(mouse=False)
    if answer == DEMO:
        return demo()
    return app.opening if answer == CONFIGURED else None


class WaysOn(Screen[None]):
    """Set up a project, or try the demo."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,s", "set_up", show=False),
        Binding("d", "demo", show=False),
        Binding("q,escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    WaysOn Plain { padding: 0 2; }
    WaysOn .apart { padding: 1 2 0 2; }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening

    def compose(self) -> ComposeResult:
        """Header, the ways on, where it will be kept; which lines there are wrong already."""
        file = safe(str(self._opening.config_file))
        yield HeaderLine()
        yield _apart((label("No project is configured yet."), Tone.PLAIN))
        yield _apart(
            (label("enter"), Tone.ACCENT), label("  Set up a project: its key, its id, its risk")
        )
        yield Plain(
            (label("d"), Tone.ACCENT), label("      Try the demo: simulated, no key, no network")
        )
        yield Plain((label("       (rctui demo --tour leads through it)"), Tone.MUTED))
        yield Plain((label("q"), Tone.ACCENT), label("      Quit"))
        yield _apart((phrase("Projects are kept in {}", file), Tone.MUTED))
        yield Plain((label("Without a file: set RCTUI_API_KEY and RCTUI_PROJECT_ID."), Tone.MUTED))
        for number, line in enumerate(wrong_keys(self._opening.screen.keymap)):
            yield (_apart if number == 0 else Plain)((line, Tone.BAD))

    def on_mount(self) -> None:
        """Say where this is."""
        self.query_one(HeaderLine).show(HeaderWords((label("rctui"), label("First start"))))

    def action_set_up(self) -> None:
        """On to the questions."""
        from rctui.tui.first_start.set_up import SetUp

        self.app.push_screen(SetUp(self._opening))

    def action_demo(self) -> None:
        """On to the demo."""
        self.app.exit(DEMO)

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()


def wrong_keys(keymap: Keymap) -> list[SafeText]:
    """What is wrong with the operator's own keys, a line of the file in each."""
    try:
        keys_of(keymap)
    except ConfigProblems as error:
        return [safe(line, limit=_LONG) for line in error.lines]
    return []


def _apart(*parts: SafeText | Toned) -> Plain:
    """A line with an empty one above it."""
    line = Plain(*parts)
    line.add_class("apart")
    return line
