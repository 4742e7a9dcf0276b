"""Finds rows that a frame wrote again a few lines higher or lower."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.tui.driver.cells import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.tui.driver.screen_model import Row, ScreenModel

_WORTH_SCROLLING: Final = 3
"""Rows that must not need writing any more."""


class Scroll(NamedTuple):
    """Rows `top` to `bottom`, both included, move `up` by so many rows, or down if negative."""

    top: int
    bottom: int
    up: int

    def source(self, row: int) -> int | None:
        """Which row stands at `row` afterwards; None for a blank one."""
        source = row + self.up
        return source if self.top <= source <= self.bottom else None


def find_scroll(old: Sequence[Row], new: Mapping[int, Row]) -> Scroll | None:
    """The scroll that leaves the fewest rows to write, if there is one that is worth it."""
    changed = [y for y, row in new.items() if row.cells != old[y].cells]
    up = _commonest_shift(old, new, changed) if len(changed) > _WORTH_SCROLLING else 0
    if not up:
        return None
    moved = [y for y in changed if _is_row(old, y + up, new[y])]
    edges = (min(moved), max(moved), min(moved) + up, max(moved) + up)
    scroll = Scroll(min(edges), max(edges), up)
    return scroll if _rows_saved(scroll, old, new) >= _WORTH_SCROLLING else None


def apply_scroll(screen: ScreenModel, scroll: Scroll, new: dict[int, Row]) -> None:
    """Move the model's rows; rows that the frame left alone are added to those to write."""
    old = list(screen.rows)
    for y in range(scroll.top, scroll.bottom + 1):
        new.setdefault(y, old[y])
        source = scroll.source(y)
        screen.rows[y] = screen.blank_row() if source is None else old[source]


def _commonest_shift(old: Sequence[Row], new: Mapping[int, Row], changed: list[int]) -> int:
    places: dict[str, list[int]] = {}
    for y, row in enumerate(old):
        if not row.cells.isspace():
            places.setdefault(row.cells, []).append(y)
    votes = Counter(place - y for y in changed for place in places.get(new[y].cells, ()))
    return votes.most_common(1)[0][0] if votes else 0


def _is_row(old: Sequence[Row], place: int, row: Row) -> bool:
    return 0 <= place < len(old) and old[place].cells == row.cells


def _rows_saved(scroll: Scroll, old: Sequence[Row], new: Mapping[int, Row]) -> int:
    """How many rows fewer differ afterwards; none if some are unknown and would be lost."""
    saved = 0
    for y in range(scroll.top, scroll.bottom + 1):
        if UNKNOWN in old[y].cells:
            return 0
        target = new.get(y, old[y]).cells
        source = scroll.source(y)
        saved += target != old[y].cells
        saved -= source is None or target != old[source].cells
    return saved
