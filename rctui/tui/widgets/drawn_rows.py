"""The lines of a list that have been drawn: one that shows the same again is not made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.strip import Strip

_KEPT: Final = 200
"""Lines; some screens full."""


class _Drawn(NamedTuple):
    row: object
    look: object
    strip: Strip


class DrawnRows:
    """Remembers by place what was drawn of which row; `forget` where columns or colours change."""

    def __init__(self) -> None:
        self._lines: dict[int, _Drawn] = {}

    def forget(self) -> None:
        """Every line must be made anew."""
        self._lines.clear()

    def line(self, place: int, row: object, look: object, draw: Callable[[], Strip]) -> Strip:
        """The line of a row; `look` tells its looks apart, as with and without a mark."""
        known = self._lines.get(place)
        if known is not None and known.row is row and known.look == look:
            return known.strip
        if len(self._lines) >= _KEPT:
            self._lines.clear()
        self._lines[place] = drawn = _Drawn(row, look, draw())
        return drawn.strip

    def show(self, rows: Iterable[tuple[int, object]]) -> bool:
        """Whether these rows are drawn at these places, in whatever look."""
        return all(
            (known := self._lines.get(place)) is not None and known.row is row
            for place, row in rows
        )
