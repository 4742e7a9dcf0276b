"""A list of customers: ids alone, or CSV whose header says what each row asks for.

    customer_id,currency,amount,reference      customer_id,entitlement,duration

Cells copied from a spreadsheet have tabs between them in the place of the commas.

Nothing is guessed: a column that is not known is said, and of rows that can't be meant why, or that
the customer is there already for the same thing. Rows are counted from 1, below the header.
"""

from __future__ import annotations

import csv
import difflib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.bulk.asks import Ask, CreditAsk, GrantAsk
from rctui.bulk.errors import BadBulkFile
from rctui.customers.changes.errors import ChangeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROWS_AT_MOST: Final = 10_000
_CUSTOMER: Final = "customer_id"
_CREDIT: Final = (_CUSTOMER, "currency", "amount")
_GRANT: Final = (_CUSTOMER, "entitlement", "duration")
_MAY: Final = {"currency": (*_CREDIT, "reference"), "entitlement": _GRANT}
_TITLES: Final = frozenset({"id", "user_id", "app_user_id", "app user id", *_CREDIT, *_GRANT})
"""What the first line of a table says, whatever it was made by."""
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
            f"The list is not UTF-8: byte {error.start} is wrong.",
            hint="Save it as UTF-8.",
        ) from error


def read_wishes(text: str, ask: Ask | None = None) -> tuple[Wish, ...]:
    """Every row of a list. `ask` is for a list of ids. Raises BadBulkFile for the whole."""
    lines = list(_lines(text))
    if not lines:
        raise BadBulkFile("The list is empty.", hint=_SHAPES)
    header = [cell.strip().casefold() for cell in lines[0][1]]
    is_csv = _CUSTOMER in header
    if not is_csv and (ask is None or _is_like_a_header(header)):
        raise _nothing_to_do(lines[0][1])
    wishes = list(_rows(header, lines[1:], ask) if is_csv else _ids(lines, ask))
    if len(wishes) > ROWS_AT_MOST:
        raise BadBulkFile(
            f"The list has {len(wishes)} rows; {ROWS_AT_MOST} are the most.", hint="Split it."
        )
    return tuple(_once_each(wishes, same_for_all=ask is not None))


def _is_like_a_header(cells: list[str]) -> bool:
    """Whether several cells are titles, though not those that a list has."""
    return len(cells) > 1 and not _TITLES.isdisjoint(cells)


def _nothing_to_do(first: list[str]) -> BadBulkFile:
    """What to say of a list that no header explains."""
    if len(first) > 1:
        header = ",".join(first)
        return BadBulkFile(f"The first line {header[:60]!a} is no known header.", hint=_SHAPES)
    return BadBulkFile(
        "The list holds ids alone, and nothing says what to do.",
        hint="Add --credit GLD=500, --grant pro=7d or --playbook NAME, or write a header.",
    )


def column_that_says(text: str) -> str:
    """The column by which a list says itself what to do; empty where it holds ids alone.

    Raises BadBulkFile.
    """
    first = next(_lines(text), (1, []))[1]
    header = [cell.strip().casefold() for cell in first]
    named = (name for name in _MAY if name in header)
    return next(named, "") if _CUSTOMER in header else ""


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; empty ones are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_between(text))
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadBulkFile(f"Line {begins} is no CSV: {error}.", hint=_SHAPES) from error


def _between(text: str) -> str:
    """What stands between cells: a comma, or the tab of a spreadsheet if the header has it."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    by_tab = [cell.strip().casefold() for cell in header.split("\t")]
    return "\t" if len(by_tab) > 1 and _CUSTOMER in by_tab else ","


def _rows(
    header: list[str], lines: Iterable[tuple[int, list[str]]], ask: Ask | None
) -> Iterator[Wish]:
    kind = next((name for name in _MAY if name in header), None)
    if kind is None and ask is None:
        raise BadBulkFile("The header names no currency and no entitlement.", hint=_SHAPES)
    if kind is not None and ask is not None:
        raise BadBulkFile(
            f"The list has the column {kind}, which says what each row gets.",
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
    return Wish(line, customer_id, ask) if ask else _meant(line, customer_id, _ask_in(told))


def _meant(line: int, customer_id: str, ask: Ask) -> Wish:
    """The row, or what is wrong with its cells: that counts more than an equal row above."""
    try:
        ask.check()
    except ChangeError as error:
        return Wish(line, customer_id, None, f"{error.message} {error.hint}".strip())
    return Wish(line, customer_id, ask)


def _ask_in(told: dict[str, str]) -> Ask:
    if "currency" in told:
        return CreditAsk(told["currency"], told["amount"], told.get("reference", ""))
    return GrantAsk(told["entitlement"], told["duration"])


def _ids(lines: Iterable[tuple[int, list[str]]], ask: Ask | None) -> Iterator[Wish]:
    for line, cells in lines:
        customer_id = cells[0].strip()
        if len(cells) > 1:
            yield Wish(line, customer_id, None, "A list of ids has one id a line.")
        else:
            yield Wish(line, customer_id, ask)


def _once_each(wishes: Iterable[Wish], *, same_for_all: bool) -> Iterator[Wish]:
    """Refuse what is there already: the second of two equal rows is more often a slip."""
    first: dict[tuple[str, ...], int] = {}
    for number, wish in enumerate(wishes, 1):
        if wish.ask is None:
            yield wish
            continue
        row = first.setdefault((wish.customer_id, *wish.ask.sameness), number)
        if row == number:
            yield wish
        else:
            what = "" if same_for_all else f"{wish.ask.subject} for "
            problem = f"Row {row} has {what}this customer already."
            yield Wish(wish.line, wish.customer_id, None, problem)
