"""Safe text measured, padded and cut in terminal cells rather than characters."""

from __future__ import annotations

from typing import Literal

from rich.cells import cached_cell_len, cell_len, chop_cells, set_cell_size

from rctui.text.safe_text import SafeText, trusted

Align = Literal["left", "right"]

WIDEST_TEXT = 100
"""Cells beyond which a line of text is hard to read."""
_CUT = "…"
_WIDEST = 2
"""Cells of the widest character."""
_FURTHER_IN = 2
"""Cells that a value on a line of its own stands further in than its name."""
_ENOUGH = 4
"""Characters of safe text that surely cover a cell: no more than two marks stand on one."""


def cell_width(text: SafeText) -> int:
    """How many terminal cells the text covers."""
    return _cells(text.plain)


def _cells(shown: str) -> int:
    return len(shown) if shown.isascii() and shown.isprintable() else cell_len(shown)


def forget_widths() -> None:
    """Let go of what was measured: rich keeps the last 4096 texts, 1 MB of rows long gone."""
    cached_cell_len.cache_clear()


def fit(text: SafeText, width: int, align: Align = "left") -> SafeText:
    """The text in exactly `width` cells: padded, or cut at the end with a mark."""
    shown = text.plain
    used = _cells(shown)
    if used > width:
        return trusted(_cut_end(shown, width))
    padding = " " * (width - used)
    return trusted(padding + shown if align == "right" else shown + padding)


def cut(text: SafeText, width: int) -> SafeText:
    """The text in at most `width` cells, cut at the end with a mark."""
    return text if cell_width(text) <= width else trusted(_cut_end(text.plain, width))


def cut_middle(text: SafeText, width: int) -> SafeText:
    """The text in at most `width` cells, its middle left out: ids differ at both ends."""
    shown = text.plain
    if _cells(shown) <= width:
        return text
    if width < 5:
        return trusted(_cut_end(shown, width))
    tail_width = (width - 1) // 3
    head = set_cell_size(shown, width - 1 - tail_width).rstrip(" ")
    return trusted(head + _CUT + _last_cells(shown, tail_width))


def cut_between(text: SafeText, head: int, tail: int) -> SafeText:
    """The first `head` and the last `tail` characters, where a mark between them saves any."""
    shown = text.plain
    if len(shown) <= head + len(_CUT) + tail:
        return text
    return trusted(shown[:head] + _CUT + shown[len(shown) - tail :])


def second_part_at(text: SafeText, column: int) -> SafeText:
    """What follows the first blank begins in cell `column`, unless what is before needs more."""
    first, blank, second = text.plain.partition(" ")
    padding = " " * (column - cell_len(first) - len(blank))
    return trusted(first + padding + blank + second) if second else text


def wrap(text: SafeText, width: int, indent: int = 0) -> list[SafeText]:
    """The text in lines of at most `width` cells, broken at spaces where there are any.

    Lines after the first start with `indent` blanks, so that a continued value stands below
    itself. Nothing is left out but the blanks at which a line was broken.
    """
    margin = " " * indent if width - indent >= _WIDEST else ""
    first, *others = _broken(text.plain, max(1, width), max(1, width - len(margin)))
    return [trusted(first), *(trusted(margin + line) for line in others)]


def wrap_readably(text: SafeText, room: int, indent: int = 0) -> list[SafeText]:
    """The text in lines that are easy to read, or in one line where `room` holds all of it.

    A few last words alone on a second line are worse than a long first one.
    """
    fits = cell_width(text) <= room
    return wrap(text, room if fits else min(room, WIDEST_TEXT), indent)


def wrap_value(text: SafeText, width: int, indent: int) -> list[SafeText]:
    """A name in the first `indent` cells and a value that goes on below itself.

    A value without blanks that is whole on a line of its own stands there, a little further in
    than its name; one that would be broken there as well begins beside its name. What stands in
    brackets is broken only where it is longer than a line.
    """
    shown = text.plain
    if _cells(shown) <= width or not 0 < indent <= width - _WIDEST:
        return wrap(text, max(1, width), indent)
    name = chop_cells(shown, indent)[0] if indent >= _WIDEST else ""
    value = shown[len(name) :]
    if name.strip() and " " not in value and _cells(value) <= width - _FURTHER_IN:
        return [trusted(name.rstrip()), trusted(" " * _FURTHER_IN + value)]
    first, *others = _broken(value, width - indent, width - indent, together=True)
    return [trusted(name + first), *(trusted(" " * indent + line) for line in others)]


def _broken(shown: str, first_width: int, width: int, *, together: bool = False) -> list[str]:
    lines: list[str] = []
    rest = shown
    while _cells(near := _beginning(rest, limit := width if lines else first_width)) > limit:
        head = chop_cells(near, limit)[0]
        place = head.rfind(" ") if rest[len(head) : len(head) + 1] != " " else len(head)
        if together:
            place = _before_bracket(rest, place, width)
        if not head[: max(place, 0)].strip():
            place = max(1, len(head))  # a wide character doesn't fit into one cell
        lines.append(rest[:place].rstrip(" "))
        rest = rest[place:].lstrip(" ")
    return [*lines, rest]


def _before_bracket(shown: str, place: int, width: int) -> int:
    """Where to break instead of within brackets that have room on the next line."""
    opened = shown.rfind(" (", 0, max(place, 0))
    closed = shown.find(")", opened)
    is_within = opened > 0 and place <= closed
    return opened if is_within and _cells(shown[opened + 1 : closed + 1]) <= width else place


def _beginning(shown: str, width: int) -> str:
    """So much of a text that a line of it can be broken off: measuring all of it takes long."""
    near = shown[: _ENOUGH * (width + 1)]
    return near if _cells(near) > width else shown


def _cut_end(shown: str, width: int) -> str:
    if width <= 0:
        return ""
    return set_cell_size(shown, width - 1) + _CUT


def _last_cells(shown: str, width: int) -> str:
    tail = shown[-width:]
    while _cells(tail) > width:
        tail = tail[1:]
    return tail
