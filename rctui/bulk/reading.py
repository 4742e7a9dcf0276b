"""A list of customers: ids alone, or CSV whose header says what each row asks for.

    customer_id,currency,amount,reference      customer_id,entitlement,duration

Nothing is guessed: a column that is not known, a row that is too long and a customer who is there
twice for the same thing are said with their line.
"""

from __future__ import annotations

import csv
import difflib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.bulk.asks import Ask, CreditAsk, GrantAsk
from rctui.bulk.errors import BadBulkFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROWS_AT_MOST: Final = 10_000
_CUSTOMER: Final = "customer_id"
_CREDIT: Final = (_CUSTOMER, "currency", "amount")
_GRANT: Final = (_CUSTOMER, "entitlement", "duration")
_MAY: Final = {"currency": (*_CREDIT, "reference"), "entitlement": _GRANT}
_SHAPES: Final = (
    "A list is ids alone, or CSV with the header customer_id,currency,amount,reference or"
    " customer_id,entitlement,duration."
)


@dataclass(frozen=True, slots=True)
class Wish:
    """One row: for whom, and what, or why it can't be meant."""

    line: int
    """Where it begins in the file, from 1."""
    customer_id: str
    """Exactly as written, without spaces around it."""
    ask: Ask | None
    problem: str = ""
    """Why nothing is asked for, or empty. May hold text of the file."""


def decoded(data: bytes) -> str:
    """The text of a file, UTF-8 with or without a mark at its start. Raises BadBulkFile."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadBulkFile(
            f"The list is not UTF-8: byte {error.start} makes no sense.",
            hint="Save it as UTF-8.",
        ) from error


def read_wishes(text: str, ask: Ask | None = None) -> tuple[Wish, ...]:
    """Every row of a list. `ask` is for a list of ids. Raises BadBulkFile for the whole."""
    lines = list(_lines(text))
    if not lines:
        raise BadBulkFile("The list is empty.", hint=_SHAPES)
    header = [cell.strip().casefold() for cell in lines[0][1]]
    is_csv = _CUSTOMER in header
    wishes = list(_rows(header, lines[1:], ask) if is_csv else _ids(lines, ask))
    if len(wishes) > ROWS_AT_MOST:
        raise BadBulkFile(
            f"The list has {len(wishes)} rows; {ROWS_AT_MOST} are the most.", hint="Split it."
        )
    return tuple(_once_each(wishes))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; empty ones are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadBulkFile(f"Line {begins} is no CSV: {error}.", hint=_SHAPES) from error


def _rows(
    header: list[str], lines: Iterable[tuple[int, list[str]]], ask: Ask | None
) -> Iterator[Wish]:
    kind = next((name for name in _MAY if name in header), None)
    if kind is None and ask is None:
        raise BadBulkFile("The header names no currency and no entitlement.", hint=_SHAPES)
    if kind is not None and ask is not None:
        raise BadBulkFile(
            f"The list says itself what to do (its column {kind}).",
            hint="Leave --credit, --grant and --playbook out, or give a list of ids.",
        )
    _check_header(header, kind)
    for line, cells in lines:
        yield _wish(line, header, cells, ask)


def _check_header(header: list[str], kind: str | None) -> None:
    known = _MAY[kind] if kind else (_CUSTOMER,)
    if len(set(header)) < len(header):
        raise BadBulkFile("The header names a column twice.", hint=_SHAPES)
    for name in header:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]}?" if near else _SHAPES
            raise BadBulkFile(f"The header has the unknown column {name[:40]!a}.", hint=hint)
    needed = {"currency": _CREDIT, "entitlement": _GRANT}.get(kind or "", ())
    for name in needed:
        if name not in header:
            raise BadBulkFile(f"The header has no column {name}.", hint=_SHAPES)


def _wish(line: int, header: list[str], cells: list[str], ask: Ask | None) -> Wish:
    told = dict(zip(header, (cell.strip() for cell in cells), strict=False))
    customer_id = told.get(_CUSTOMER, "")
    if len(cells) != len(header):
        problem = f"The row has {len(cells)} cells, the header {len(header)}."
        return Wish(line, customer_id, None, problem)
    if not customer_id:
        return Wish(line, "", None, "The row names no customer.")
    return Wish(line, customer_id, ask or _ask_in(told))


def _ask_in(told: dict[str, str]) -> Ask:
    if "currency" in told:
        return CreditAsk(told["currency"], told["amount"], told.get("reference", ""))
    return GrantAsk(told["entitlement"], told["duration"])


def _ids(lines: Iterable[tuple[int, list[str]]], ask: Ask | None) -> Iterator[Wish]:
    if ask is None:
        raise BadBulkFile(
            "The list holds ids alone, and nothing says what to do.",
            hint="Add --credit GLD=500, --grant pro=7d or --playbook NAME, or write a header.",
        )
    for line, cells in lines:
        customer_id = cells[0].strip()
        if len(cells) > 1:
            yield Wish(line, customer_id, None, "A list of ids has one id a line.")
        else:
            yield Wish(line, customer_id, ask)


def _once_each(wishes: Iterable[Wish]) -> Iterator[Wish]:
    """Refuse what is there already: the second of two equal rows is more often a slip."""
    first: dict[tuple[str, ...], int] = {}
    for wish in wishes:
        if wish.ask is None:
            yield wish
            continue
        sameness = (wish.customer_id, *wish.ask.sameness)
        line = first.setdefault(sameness, wish.line)
        if line == wish.line:
            yield wish
        else:
            yield Wish(wish.line, wish.customer_id, None, f"The same is asked for on line {line}.")
