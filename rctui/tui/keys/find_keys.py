"""The keys of Find while its box has the focus: letters are typed there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rctui.config.key_names import SIGNS
from rctui.text.safe_text import label, phrase, safe
from rctui.tui.keys.actions import HELP, PALETTE, Action
from rctui.tui.keys.in_force import is_typed
from rctui.tui.widgets.find_box import KEYS_WHILE_EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.text.safe_text import SafeText
    from rctui.tui.keys.in_force import Keys

_FIND: Final = Action("box-find", "enter", label("Find"), label("Look for what it holds."), 1)
_LIST: Final = Action("box-list", "escape", label("To the list"), label("On to the list."), 2)
EVERY_PROJECT: Final = Action(
    "every-project",
    "",
    label("Every project"),
    label("Look in every configured project at once, or in this one again (tab in the box)."),
)
_SWITCH: Final = Action(
    "box-every-project", "tab", label("Every project"), label("On to the switch."), footer=6
)
_LAST: Final = (
    Action("box-leave", "ctrl+q", label("Quit"), label("Leave the program."), footer=4),
)


def in_the_box(keys: Keys, *, empty: bool, switch: bool = False) -> list[Action]:
    """For the footer: what the box binds, and what has a key here that it does not take itself.

    `empty` says whether it holds nothing yet, `switch` whether there is a switch beside it.
    """
    everywhere = (_works(keys.on(action), empty=empty) for action in (PALETTE, HELP))
    others = [action for action in everywhere if action is not None]
    return [_FIND, _LIST, *((_SWITCH,) if switch else ()), *others, *_LAST]


def _works(action: Action, *, empty: bool) -> Action | None:
    """The action with the first of its keys that the box does not type."""
    keys = [key for key in action.keys.split(",") if key and not _types(key, empty=empty)]
    footer = 3 if action is HELP else 5
    return replace(action, id=f"box-{action.id}", keys=keys[0], footer=footer) if keys else None


def _types(key: str, *, empty: bool) -> bool:
    return is_typed(key) and not (empty and SIGNS.get(key, key) in KEYS_WHILE_EMPTY)


def as_key(text: str, keys: Keys, actions: Iterable[Action]) -> SafeText | None:
    """What a lone character would do in the list, for whoever meant it as a key."""
    for action in keys.on_all(actions):
        if text and text in (SIGNS.get(key, key) for key in action.keys.split(",")):
            return phrase("{} as a key ({}): esc first.", safe(text), action.name)
    return None
