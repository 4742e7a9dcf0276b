"""The keys that actions have in this run: as declared, or as the operator's keymap says."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, runtime_checkable

from rctui.config.key_names import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from rctui.config.keymap import Keymap
    from rctui.text.safe_text import SafeText
    from rctui.tui.keys.actions import Action

NO_KEY: Final = "no-key"
"""The toolkit wants a key for every binding; this one is on no keyboard."""


class Keys(NamedTuple):
    """Keys of one's own, by the id of the action."""

    own: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def on(self, action: Action) -> Action:
        """The action with the keys that it has for this operator."""
        keys = self.own.get(action.id)
        return action if keys is None else replace(action, keys=",".join(keys))

    def on_all(self, actions: Iterable[Action]) -> list[Action]:
        """The same for several."""
        return [self.on(action) for action in actions]

    def way_to(self, action: Action) -> SafeText:
        """The key of an action for a sentence; its name where it has none."""
        mine = self.on(action)
        return mine.face if mine.keys else action.name


def is_typed(key: str) -> bool:
    """Whether a box that has the focus takes a key for itself."""
    return len(key) <= 1 or key == "space" or key in SIGNS


@runtime_checkable
class HasKeys(Protocol):
    """An application that knows the keys of this run."""

    action_keys: Keys


def keys_in(widget: Widget) -> Keys:
    """The keys of the program that a widget is in."""
    return widget.app.action_keys if isinstance(widget.app, HasKeys) else Keys()


def keys_of(keymap: Keymap) -> Keys:
    """The keys that a keymap gives. Raises ConfigProblems, which names every line.

    Without a keymap nothing is looked at; with one, every screen is.
    """
    if not keymap.keys:
        return Keys()
    from rctui.config.keymap_checks import checked_keys
    from rctui.tui.keys.scopes import key_scopes, write_ids

    return Keys(checked_keys(keymap, key_scopes(), write_ids()))
