"""The line at the bottom: the keys that matter here, most important first.

Where room is short the least important go, and a mark says that there are more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.text.width import cell_width
from rctui.tui.keys.in_force import keys_in
from rctui.tui.widgets.plain import Toned, content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content

    from rctui.tui.keys.actions import Action

_MORE = (label(" …"), Tone.MUTED)
_GAP = 2


class KeyFooter(Widget):
    """Keys and what they do, for the screen that it is on."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; width: 1fr; dock: bottom; background: $panel; color: $foreground; }
    """

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__(markup=False)
        self._actions = tuple(actions)

    def offer(self, actions: Iterable[Action]) -> None:
        """Show other keys: those that do something now."""
        offered = tuple(actions)
        if offered != self._actions:
            self._actions = offered
            self.refresh()

    def render(self) -> Content:
        """The keys that fit, in the order in which the screen offers them."""
        return content(*footer_parts(keys_in(self).on_all(self._actions), self.size.width))


def footer_parts(actions: Iterable[Action], width: int) -> list[Toned]:
    """Keys and names in at most `width` cells, and a mark where some had to go."""
    listed = [action for action in actions if action.footer and action.keys]
    kept = _kept(listed, width)
    parts: list[Toned] = []
    for action in kept:
        gap = label("  ") if parts else label("")
        parts += [(gap + action.face, Tone.ACCENT), (label(" ") + action.name, Tone.PLAIN)]
    return parts if len(kept) == len(listed) else [*parts, _MORE]


def _kept(actions: Sequence[Action], width: int) -> list[Action]:
    by_importance = sorted(actions, key=lambda action: action.footer)
    kept: list[Action] = []
    used = 0
    for action in by_importance:
        needed = cell_width(action.face) + 1 + cell_width(action.name) + (_GAP if kept else 0)
        is_last = len(kept) == len(actions) - 1
        if used + needed + (0 if is_last else cell_width(_MORE[0])) > width:
            break
        used += needed
        kept.append(action)
    return sorted(kept, key=actions.index)
