"""The keys of every list, declared like all others."""

from __future__ import annotations

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action

CURSOR_DOWN = Action("cursor-down", "down,j", label("Down"), label("One row down."))
CURSOR_UP = Action("cursor-up", "up,k", label("Up"), label("One row up."))
PAGE_DOWN = Action("page-down", "pagedown", label("Page down"), label("One page down."))
PAGE_UP = Action("page-up", "pageup", label("Page up"), label("One page up."))
HALF_PAGE_DOWN = Action("half-page-down", "ctrl+d", label("Half down"), label("Half a page down."))
HALF_PAGE_UP = Action("half-page-up", "ctrl+u", label("Half up"), label("Half a page up."))
FIRST_ROW = Action("first-row", "g,home", label("First"), label("To the first row."))
LAST_ROW = Action(
    "last-row", "end", label("Last"), label("To the last row; if there are more, they load.")
)
OPEN_ROW = Action("open-row", "enter", label("Open"), label("Open the row."))

MOVES = (
    CURSOR_DOWN,
    CURSOR_UP,
    PAGE_DOWN,
    PAGE_UP,
    HALF_PAGE_DOWN,
    HALF_PAGE_UP,
    FIRST_ROW,
    LAST_ROW,
)
"""What moves through a list or a long text."""

LIST_KEYS = (*MOVES, OPEN_ROW)
