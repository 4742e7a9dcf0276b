"""Help: the keys of the screen that it was opened from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.text.width import cell_width, fit
from rctui.tui.keys.actions import EVERYWHERE, HELP, Action
from rctui.tui.keys.dialog_keys import DIALOG_KEYS
from rctui.tui.keys.list_keys import LIST_KEYS
from rctui.tui.keys.write_actions import ON_A_CUSTOMER
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.line_pager import LinePager
from rctui.tui.widgets.more_line import MoreLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from rctui.tui.keys.in_force import Keys
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned

_KEY_WIDTH = max(
    14, *(cell_width(one.name) + 4 for one in (*EVERYWHERE, *ON_A_CUSTOMER) if not one.keys)
)
"""Cells of a key, or of the longest name that stands where there is none."""
_WORDS: Final = (
    ("PROD  SBX", label("The row is of production, or of the sandbox, where nobody pays.")),
    ("????", label("The environment is not told; treat the row as production.")),
    (">  *", label("The row under the cursor; a marked row.")),
    ("↑  ↓", label("The column that rows are sorted by, from the smallest or from the largest.")),
    ("!", label("On a tab: its rows could not be read; the tab says why.")),
    ("as of", label("When what is shown was loaded. Nothing loads by itself.")),
    ("PROD 6 / SBX 3", label("How many of the customer's rows are of each environment.")),
    ("479/480 left", label("Requests that RevenueCat still takes in this minute.")),
    ("ctrl+p  ctrl+q", label("The commands, and quit, while the box of Find takes what is typed.")),
    ("ctrl+t", label("Ends the tour of the demo.")),
)
_SIGNS: Final[tuple[SafeText | Toned, ...]] = (
    (label("Words and signs"), Tone.ACCENT),
    *(fit(safe(sign), _KEY_WIDTH) + meaning for sign, meaning in _WORDS),
    label(""),
    (
        label(
            "Lower case looks. Upper case opens a dialog; its review comes before anything is sent."
        ),
        Tone.MUTED,
    ),
)


_FIXED: Final[tuple[SafeText, ...]] = tuple(
    fit(key, _KEY_WIDTH) + meaning
    for key, meaning in (
        (label("enter"), label("On to the next field, at the end to the review; leaves a review.")),
        (label("tab"), label("On to the next field; shift+tab goes back.")),
        (label("esc"), label("Leave it; nothing is sent.")),
    )
)
"""What can't be given to anything else."""


class HelpScreen(RctuiScreen):
    """Every key of one screen, in words."""

    OFFERS = EVERYWHERE
    LEADS_HERE = HELP

    def __init__(self, session: Session, offers: tuple[Action, ...]) -> None:
        super().__init__(session)
        self._explained = offers

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        pager = LinePager(indent=_KEY_WIDTH, lead=_KEY_WIDTH)
        yield pager
        yield MoreLine(pager)
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Help"),)

    def on_mount(self) -> None:
        """Write the keys."""
        pager = self.query_one(LinePager)
        pager.show(help_lines(self._explained, self.program.action_keys))
        pager.focus()

    def action_close(self) -> None:
        """Go back to what was explained."""
        self.program.go_back()

    def action_help(self) -> None:
        """Help on help is to close it."""
        self.program.go_back()


def help_lines(offers: Iterable[Action], keys: Keys) -> list[SafeText | Toned]:
    """Keys and sentences, first those of the screen, then lists, dialogs and everywhere.

    Of the screen's own the ones that act come first: they are what somebody looks for here.
    """
    own = [action for action in offers if action not in EVERYWHERE]
    here = sorted(own, key=lambda action: not action.keys.isupper())
    rows: list[SafeText | Toned] = []
    if here:
        rows += [(label("On the screen you came from"), Tone.ACCENT), *_rows(here, keys), label("")]
    rows += [(label("In every list"), Tone.ACCENT), *_rows(LIST_KEYS, keys), label("")]
    rows += [(label("In dialogs"), Tone.ACCENT), *_FIXED, *_rows(DIALOG_KEYS, keys), label("")]
    rows += [(label("Everywhere"), Tone.ACCENT), *_rows(EVERYWHERE, keys), label("")]
    return [*rows, *_SIGNS]


def _rows(actions: Iterable[Action], keys: Keys) -> list[SafeText | Toned]:
    return [fit(_way_to(action), _KEY_WIDTH) + _told(action) for action in keys.on_all(actions)]


def _told(action: Action) -> SafeText:
    """The name, which the palette finds, where neither the sentence nor the line says it yet."""
    name, told = action.name, action.told
    is_said = not action.face.plain or name.plain.lower() in told.plain.lower()
    return told if is_said else phrase("{}: {}", name, told)


def _way_to(action: Action) -> SafeText:
    """Its key, or its name in the palette where it has none."""
    return action.face if action.face.plain else phrase(": {}", action.name)
