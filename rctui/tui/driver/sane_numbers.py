"""Numbers that a terminal may send and Textual would stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

COLUMNS_AT_MOST: Final = 500
ROWS_AT_MOST: Final = 250
_PIXELS_AT_MOST: Final = 100_000
_MODIFIERS_AT_MOST: Final = 256
_LET_GO: Final = ":3"
_LAST_CODE_POINT: Final = 0x10FFFF


def sane_resize(report: re.Match[str]) -> str:
    """An in-band resize within bounds; nothing for a terminal without rows or columns.

    Terminals that don't know their size in pixels send 0, by which Textual would divide.
    """
    rows, columns, height, width = (int(number) for number in report.groups())
    if not rows or not columns:
        return ""
    rows, columns = min(rows, ROWS_AT_MOST), min(columns, COLUMNS_AT_MOST)
    height = min(max(height, rows), _PIXELS_AT_MOST)
    width = min(max(width, columns), _PIXELS_AT_MOST)
    return f"\x1b[48;{rows};{columns};{height};{width}t"


def sane_key(key: re.Match[str]) -> str:
    """A key sent as numbers, without the parts Textual can't read.

    Nothing for numbers that are no characters, and for a key let go of, which terminals report
    when another program asked them to and forgot it.
    """
    numbers = key[1].split(";")
    if numbers[1:] and numbers[1].endswith(_LET_GO):
        return ""
    codes = [number.partition(":")[0] for number in numbers[:2]]
    if not _in_range(codes, numbers[2:]):
        return ""
    return f"\x1b[{';'.join([*codes, *numbers[2:]])}{key[2]}"


def _in_range(codes: list[str], texts: list[str]) -> bool:
    code_points = [codes[0], *(part for text in texts for part in text.split(":"))]
    modifiers = codes[1] if len(codes) > 1 else ""
    return int(modifiers or 0) <= _MODIFIERS_AT_MOST and all(map(_is_character, code_points))


def _is_character(number: str) -> bool:
    code = int(number or 0)
    return code <= _LAST_CODE_POINT and not 0xD800 <= code <= 0xDFFF
