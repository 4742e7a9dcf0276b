"""Lists as CSV that a spreadsheet opens as what it is: text stays text, numbers stay numbers.

A customer chooses their own id and attributes, and a spreadsheet takes a cell that begins with
`=` as a formula to run. Such text gets an apostrophe in front. Every text is quoted and no number
is, so that a program which looks at the quotes reads ids of digits as text.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GUARD: Final = "'"
_STARTS_A_FORMULA: Final = frozenset("=+-@|\uff1d\uff0b\uff0d\uff20\uff5c")
"""With the full-width forms, which some spreadsheets read as the plain ones."""
_STARTS_A_CELL_ANEW: Final = frozenset("\t\r\n")

Value = str | int | float | None


def guarded(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet might run it.

    What begins with an apostrophe gets another one, so that `unguarded` gives the text back.
    """
    return GUARD + text if _needs_guard(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell was made of."""
    return cell.removeprefix(GUARD)


def csv_text(titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """A heading and rows; `None` is an empty cell. Line ends are CRLF, as spreadsheets write."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in titles])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return written.getvalue()


def csv_bytes(titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    r"""The same in UTF-8. Half a character becomes `\udc80`: JSON is the exact form."""
    return csv_text(titles, rows).encode("utf-8", "backslashreplace")


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        return guarded(value)
    # A number that no spreadsheet has a form for is text.
    return value if value is None or abs(value) < 1e308 else guarded(str(value))


def _needs_guard(text: str) -> bool:
    if not text:
        return False
    if text[0] == GUARD or text[0] in _STARTS_A_CELL_ANEW:
        return True
    return next((one in _STARTS_A_FORMULA for one in text if not _is_nothing(one)), False)


def _is_nothing(character: str) -> bool:
    """A blank or something invisible, such as a byte order mark: spreadsheets trim it."""
    return unicodedata.category(character)[0] in "ZC"
