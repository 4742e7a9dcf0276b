"""The keys of Find while its box has the focus: letters are typed there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import label
from rctui.tui.actions import HELP, PALETTE, Action
from rctui.tui.keys import is_typed

if TYPE_CHECKING:
    from rctui.tui.keys import Keys

_FIRST: Final = (
    Action("box-find", "enter", label("Find"), label("Look for what the box holds."), footer=1),
    Action("box-list", "down", label("To the list"), label("On to the customers."), footer=2),
)
EVERY_PROJECT: Final = Action(
    "every-project",
    "",
    label("Every project"),
    label("Look in every configured project at once, or in this one again (tab in the box)."),
)
_SWITCH: Final = Action(
    "box-every-project", "tab", label("Every project"), label("On to the switch."), footer=3
)
_LAST: Final = (
    Action("box-leave", "ctrl+q", label("Quit"), label("Leave the program."), footer=4),
)


def in_the_box(keys: Keys, *, switch: bool = False) -> list[Action]:
    """For the footer: what the box binds, and what has a key here that it does not take itself.

    `switch` says whether there is a switch beside it.
    """
    everywhere = (_not_typed(keys.on(action)) for action in (PALETTE, HELP))
    others = [action for action in everywhere if action is not None]
    return [*_FIRST, *((_SWITCH,) if switch else ()), *others, *_LAST]


def _not_typed(action: Action) -> Action | None:
    keys = [key for key in action.keys.split(",") if key and not is_typed(key)]
    return replace(action, id=f"box-{action.id}", keys=keys[0], footer=3) if keys else None
