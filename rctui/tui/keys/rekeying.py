"""Gives what is on screen the operator's keys, before a key can reach it.

Textual has a keymap of its own, which loses things: an action whose usual key can be typed has no
key at all while a box has the focus, and an action on a key that is taken takes the other one's
away. So the bindings themselves are changed, and there is nothing left to resolve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual.binding import Binding, BindingsMap

from rctui.tui.keys.in_force import NO_KEY, is_typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.dom import DOMNode
    from textual.screen import Screen

    from rctui.tui.keys.in_force import Keys


class Rekeying:
    """Changes each part of the screen once."""

    def __init__(self, keys: Keys) -> None:
        self._own = keys.own
        self._done: WeakSet[DOMNode] = WeakSet()

    def look_at(self, screen: Screen[Any]) -> None:
        """Change what has come to the screen since."""
        if not self._own:
            return
        for node in (screen, *screen.walk_children()):
            if node not in self._done:
                self._done.add(node)
                node._bindings = rekeyed(node._bindings, self._own)


def rekeyed(bindings: BindingsMap, own: Mapping[str, tuple[str, ...]]) -> BindingsMap:
    """The same bindings, those of some actions on other keys.

    What comes before a field takes no key that the field types: it keeps its usual ones then.
    """
    keys: dict[str, list[Binding]] = {}
    moved: dict[str, list[Binding]] = {}
    for key, binding in bindings:
        if binding.id is not None and binding.id in own:
            moved.setdefault(binding.id, []).append(binding)
        else:
            keys.setdefault(key, []).append(binding)
    for action, usual in moved.items():
        for key in _new_keys(usual, own[action]) or (NO_KEY,):
            keys.setdefault(key, []).insert(0, usual[-1].with_key(key))
    return BindingsMap.from_keys(keys)


def _new_keys(usual: Sequence[Binding], own: Sequence[str]) -> Sequence[str]:
    if not usual[0].priority:
        return own
    return [key for key in own if not is_typed(key)] or [one.key for one in usual]
