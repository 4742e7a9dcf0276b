"""The keys of dialogs and reviews.

A field takes what is typed, so in a dialog only keys that type nothing move. `enter`, `tab` and
`esc` mean the same in every dialog and can't be given to anything else: whoever has lost the way
gets out, and on, by them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.text.safe_text import label
from rctui.tui.keys.actions import BACK, Action
from rctui.tui.keys.in_force import is_typed
from rctui.tui.keys.list_keys import CURSOR_DOWN, CURSOR_UP, PAGE_DOWN, PAGE_UP

if TYPE_CHECKING:
    from rctui.text.safe_text import SafeText
    from rctui.tui.keys.in_force import Keys

RUN_CHANGE = Action(
    "run-change", "y", label("Run"), label("Run what the review shows; nothing else does.")
)
DECLINE = Action(
    "decline", "n", label("Cancel"), label("Leave the review; enter and esc do so too.")
)
DIALOG_KEYS = (RUN_CHANGE, DECLINE)
"""What only dialogs have. They move by the keys of lists that type nothing."""


def _in_a_box(action: Action, call: str) -> Action:
    """The same where a field has the focus: with the keys that type nothing."""
    keys = ",".join(key for key in action.keys.split(",") if not is_typed(key))
    return replace(action, keys=keys, call=call)


IN_A_FORM = (
    _in_a_box(CURSOR_DOWN, "choose(1)"),
    _in_a_box(CURSOR_UP, "choose(-1)"),
    _in_a_box(PAGE_DOWN, "page(1)"),
    _in_a_box(PAGE_UP, "page(-1)"),
)
"""Among the choices of a field, or from field to field; through the text below them."""
IN_A_REVIEW = (
    RUN_CHANGE,
    DECLINE,
    replace(BACK, call="decline"),
    _in_a_box(CURSOR_DOWN, "move(1)"),
    _in_a_box(CURSOR_UP, "move(-1)"),
    _in_a_box(PAGE_DOWN, "move(1)"),
    _in_a_box(PAGE_UP, "move(-1)"),
)
"""From the challenge the text is moved by pages; else it moves itself."""


def face_in_a_box(keys: Keys, action: Action) -> SafeText:
    """The key by which an action is reached while a field has the focus."""
    mine = [key for key in keys.on(action).keys.split(",") if key and not is_typed(key)]
    usual = [key for key in action.keys.split(",") if not is_typed(key)]
    return replace(action, keys=(mine or usual)[0]).face


def choosing_faces(keys: Keys) -> SafeText:
    """`up/down`, as a question says how to go through its choices."""
    up, down = face_in_a_box(keys, CURSOR_UP), face_in_a_box(keys, CURSOR_DOWN)
    return up + label("/") + down
