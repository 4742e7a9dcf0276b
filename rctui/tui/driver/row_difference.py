"""Which cells of a row to write so that it becomes another one."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from rctui.tui.driver.cells import UNKNOWN, WIDE
from rctui.tui.driver.screen_model import Row

if TYPE_CHECKING:
    from rctui.tui.driver.frame_writer import FrameWriter
    from rctui.tui.driver.looks import Palette

_WORTH_REWRITING: Final = 4
"""Unchanged cells between changed ones that cost no more than stepping over them."""
_WORTH_ERASING: Final = 4

_STRETCH: Final = re.compile("x+")

Span = tuple[int, int]


def write_difference(writer: FrameWriter, palette: Palette, place: int, old: Row, new: Row) -> None:
    """Write what makes the row at `place` look like `new` where it looks like `old`."""
    if old == new:
        return
    tail = _blank_tail(new) if palette.can_erase(new.looks[-1]) else len(new.cells)
    for start, end in _from_the_margin(writer, place, changed_spans(old, new), new):
        if end - max(start, tail) < _WORTH_ERASING:
            writer.cells(place, start, Row(new.cells[start:end], new.looks[start:end]))
            continue
        if start < tail:
            writer.cells(place, start, Row(new.cells[start:tail], new.looks[start:tail]))
        writer.erase_to_end(place, max(start, tail), new.looks[-1])
        break


def _from_the_margin(writer: FrameWriter, place: int, spans: list[Span], new: Row) -> list[Span]:
    """The spans, the first one from the margin on where that is the shorter way to it."""
    if not spans or not writer.is_shorter_from_margin(place, spans[0][0], new):
        return spans
    return [(0, spans[0][1]), *spans[1:]]


def changed_spans(old: Row, new: Row) -> list[Span]:
    """Stretches of cells to write, from left to right. Unknown cells are never written."""
    spans: list[Span] = []
    for start, end in map(partial(_whole_characters, new), _changed_stretches(old, new)):
        if spans and _joins(new, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _changed_stretches(old: Row, new: Row) -> list[Span]:
    both = zip(old.cells, new.cells, old.looks, new.looks, strict=True)
    changed = ["x" if (a != b or c != d) and b != UNKNOWN else " " for a, b, c, d in both]
    return [stretch.span() for stretch in _STRETCH.finditer("".join(changed))]


def _joins(row: Row, end: int, place: int) -> bool:
    return (
        place - end <= _WORTH_REWRITING
        and len(set(row.looks[end - 1 : place + 1])) == 1
        and UNKNOWN not in row.cells[end:place]
    )


def _whole_characters(row: Row, span: Span) -> Span:
    """The span together with the other halves of wide characters at its ends."""
    start, end = span
    while start and row.cells[start] == WIDE:
        start -= 1
    while row.cells[end : end + 1] == WIDE:
        end += 1
    return start, end


def _blank_tail(row: Row) -> int:
    """From where on the row is nothing but blanks of one look."""
    return max(len(row.cells.rstrip(" ")), len(row.looks.rstrip(row.looks[-1])))
