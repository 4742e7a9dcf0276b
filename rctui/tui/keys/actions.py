"""Every user action, declared once.

A declaration feeds the key binding, the footer, the help screen, the palette and the list of
actions; nothing about an action is written anywhere else. A screen offers actions by naming them
and implements each as `action_<id with underscores>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

from rctui.config.key_names import SIGNS
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.keys.in_force import NO_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

_KEY_FACES = {
    "question_mark": "?",
    "colon": ":",
    "exclamation_mark": "!",
    "minus": "-",
    "slash": "/",
    "asterisk": "*",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something the operator can do."""

    id: str
    """Kebab-case; what a keymap names it by."""
    keys: str
    """Textual's key names, separated by commas; the first is the one that is shown. An action
    without any is reached by the palette and the list of actions alone."""
    name: SafeText
    """One or two words, for the footer."""
    help: SafeText
    """One sentence, for help and palette."""
    footer: int = 0
    """How long it stays in the footer where room is short: 1 stays longest, 0 is never there."""

    call: str = ""
    """Textual's action where it isn't named like this one."""

    @property
    def method(self) -> str:
        """The name of Textual's action."""
        return self.call or self.id.replace("-", "_")

    @property
    def face(self) -> SafeText:
        """The key as it is printed on a keyboard."""
        return _face(self.keys.split(",")[0])

    @property
    def told(self) -> SafeText:
        """What it does, and by which other keys than the first."""
        others = [_face(key) for key in self.keys.split(",")[1:]]
        return phrase("{} Also {}.", self.help, join(", ", others)) if others else self.help


def _face(key: str) -> SafeText:
    return safe(_KEY_FACES.get(key) or SIGNS.get(key, key))


def bindings(actions: Iterable[Action], *, priority: bool = False) -> list[BindingType]:
    """Textual's bindings for some actions, remappable by the action's id.

    With `priority` they come before the field that has the focus.
    """
    return [_binding(action, priority) for action in actions]


def _binding(action: Action, priority: bool) -> Binding:
    keys, name = action.keys or NO_KEY, action.name.plain
    return Binding(keys, action.method, name, show=False, priority=priority, id=action.id)


FIND = Action("find", "f", label("Find"), label("Go to Find with the cursor in its box."), footer=3)
PALETTE = Action(
    "palette",
    "colon,ctrl+p",
    label("Commands"),
    label("Search every command, and change the theme."),
    footer=4,
)
HELP = Action("help", "question_mark", label("Help"), label("Show the keys of this screen."), 1)
ACTIONS = Action(
    "actions", "a", label("Actions"), label("List what can be done here, and why not."), footer=6
)
ACTIVITY = Action(
    "activity",
    "exclamation_mark",
    label("Activity"),
    label("Show every request of this run: status, time, request id, rate left."),
    footer=8,
)
BACK = Action("back", "q", label("Back"), label("Go back one screen; at the first one, leave."), 2)
CLOSE = Action("close", "escape", label("Close"), label("Close one layer or clear a filter."))
PREVIOUS_CUSTOMER = Action(
    "previous-customer",
    "minus",
    label("Previous"),
    label("Open the customer before this one."),
    footer=9,
)
REDRAW = Action("redraw", "ctrl+l", label("Redraw"), label("Paint the whole screen again."))

PROJECTS = Action(
    "projects", "p", label("Projects"), label("Choose another configured project."), footer=11
)

BLOCKED = Action(
    "blocked", "b", label("Blocked"), label("Show the block list: n of 100."), footer=14
)

JOURNAL = Action(
    "journal", "h", label("Journal"), label("Show own writes, the unconfirmed first."), footer=10
)

FILTER = Action(
    "filter",
    "slash",
    label("Filter"),
    label("Show only those of the loaded rows that hold the words; esc ends it."),
    footer=9,
)

SORT = Action(
    "sort",
    "s",
    label("Sort"),
    label("Sort the loaded rows by a column; what has no value comes last."),
    footer=12,
)
MARK_ROW = Action(
    "mark-row",
    "space",
    label("Mark"),
    label("Mark the row for export, or take its mark off; esc takes all off."),
    footer=15,
)
EXPORT = Action(
    "export",
    "x",
    label("Export"),
    label("Write rows, a list or a whole customer to a file: JSON, Markdown or CSV."),
    footer=13,
)
COLUMNS = Action("columns", "", label("Columns…"), label("Choose which columns this list shows."))
PREVIEW = Action(
    "preview",
    "",
    label("Preview"),
    label("Show the row under the cursor beside its list, or no longer (on wide screens)."),
)

BULK = Action(
    "bulk",
    "",
    label("Bulk…"),
    label("The same change for a list of customers: ids or CSV, pasted or in a file."),
)
TRIAGE = Action(
    "triage",
    "",
    label("Triage…"),
    label("Paste many ids: who has access and why, one line each."),
)
EVERYWHERE = (
    FIND,
    FILTER,
    SORT,
    MARK_ROW,
    EXPORT,
    COLUMNS,
    PALETTE,
    HELP,
    ACTIONS,
    PROJECTS,
    BLOCKED,
    JOURNAL,
    ACTIVITY,
    PREVIOUS_CUSTOMER,
    BULK,
    TRIAGE,
    REDRAW,
    BACK,
    CLOSE,
)
"""What every full screen offers."""

OPEN = Action("open", "enter", label("Open"), label("Open the row under the cursor."), footer=5)
RELOAD = Action(
    "reload", "r", label("Reload"), label("Load this list again; the cursor stays."), footer=7
)
PIN = Action(
    "pin", "asterisk", label("Pin"), label("Keep this customer at the top of Find."), footer=12
)
COPY = Action(
    "copy",
    "y",
    label("Copy"),
    label("Copy the id, e-mail, row, JSON, URL, curl or command: one more key says which."),
    footer=6,
)
RAW = Action("raw", "v", label("Raw"), label("Show the JSON as it was received."), footer=10)
WHY = Action(
    "why",
    "",
    label("Why"),
    label("Show what the access line rests on (up to the line, then enter)."),
)
OPEN_KEYS = 2
"""How long what is most useful on a screen stays in its footer: as long as the way back."""
DETAIL = Action("detail", "enter", label("Detail"), label("Show every field of the row."), 5)
DASHBOARD = Action(
    "dashboard",
    "o",
    label("Dashboard"),
    label("Open the customer in RevenueCat's dashboard; over SSH, show and copy the address."),
    footer=13,
)
ENVIRONMENT = Action(
    "environment",
    "e",
    label("Env"),
    label("Show both environments, production only, sandbox only (tabs 2 and 3)."),
    footer=5,
)
DOWNLOAD = Action(
    "download", "d", label("PDF"), label("Save the PDF of the invoice under the cursor."), footer=5
)
TICKET_SUMMARY = Action(
    "ticket-summary",
    "c",
    label("Ticket"),
    label("Copy a summary for the ticket: who, access and why, what was done."),
    footer=7,
)
NEXT_TAB = Action(
    "next-tab", "right_square_bracket,right", label("Next tab"), label("To the tab on the right.")
)
PREVIOUS_TAB = Action(
    "previous-tab", "left_square_bracket,left", label("Tab before"), label("To the tab before.")
)
