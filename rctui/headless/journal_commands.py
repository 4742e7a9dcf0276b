"""`rctui journal`: own writes, as lines or JSON. Needs no network and no key."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from rctui.errors import ExitCode, RctuiError
from rctui.exports.plain_text import table_lines
from rctui.headless.output import complain, print_data, print_lines
from rctui.tables.formatting import text_cell
from rctui.tables.journal import damage_lines, journal_table, state_words, unconfirmed_first
from rctui.tables.table import Cell, Column, Table
from rctui.text.moments import DAY_MS, HOUR_MS, MINUTE_MS
from rctui.text.safe_text import label, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.journal.entry import JournalEntry
    from rctui.journal.journal import Journal
    from rctui.journal.operation import Operation

_AGO: Final = re.compile(r"([0-9]{1,6})([dhm])")
_PATH_AT_MOST: Final = 2000
_UNITS_MS: Final = {"d": DAY_MS, "h": HOUR_MS, "m": MINUTE_MS}


class BadSince(RctuiError):
    """What `--since` says is no moment."""

    exit_code: ExitCode = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which operations are wanted."""

    since: str = ""
    """`7d`, `12h`, `30m`, or a date or time as ISO 8601 writes them; empty is everything."""
    unconfirmed: bool = False
    """Only those of which nobody knows yet what became of them."""
    as_json: bool = False


def journal(book: Journal | None, query: JournalQuery, now_ms: int) -> ExitCode:
    """Print own writes, the unconfirmed first. Raises BadSince, FilesError."""
    operations: Sequence[Operation] = ()
    since_ms = since(query.since, now_ms)
    if book is not None:
        reading = book.read(since_ms)
        for words in damage_lines(reading.damage):
            complain(words)
        operations = unconfirmed_first(
            reading.unconfirmed if query.unconfirmed else reading.operations
        )
    if query.as_json:
        print_data({"operations": [_data(one) for one in operations]})
    else:
        print_lines(table_lines(_table(operations), operations))
    return ExitCode.OK


def _table(operations: Sequence[Operation]) -> Table[Operation]:
    """The columns of the screen, and where a customer was saved, which it tells below `enter`."""
    table = journal_table()
    if not any(one.first.recovery_file for one in operations):
        return table
    saved = Column("recovery-file", label("RECOVERY FILE"), 40, _saved)
    return replace(table, columns=(*table.columns, saved))


def _saved(operation: Operation) -> Cell:
    file = operation.first.recovery_file
    return Cell(safe(file, limit=_PATH_AT_MOST)) if file else text_cell("")


def since(text: str, now_ms: int) -> int:
    """The moment that `--since` means, in ms since the epoch. Raises BadSince."""
    if not text:
        return 0
    ago = _AGO.fullmatch(text)
    if ago:
        return now_ms - int(ago[1]) * _UNITS_MS[ago[2]]
    try:
        return round(datetime.fromisoformat(text).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise BadSince(
            f"{text[:40]!a} is no moment.", hint="Such as 7d, 12h, 30m or 2026-11-25."
        ) from None


def _data(operation: Operation) -> dict[str, object]:
    first, end = operation.first, operation.end
    return {
        "id": operation.id,
        "state": operation.state.value,
        "state_words": state_words(operation).plain,
        "unconfirmed": operation.is_open,
        "time_ms": first.time_ms,
        "user": first.user,
        "host": first.host,
        "project": first.project,
        "project_id": first.project_id,
        "customer_id": first.customer_id,
        "summary": first.summary,
        "change": dict(first.change),
        "ticket": first.ticket,
        "reason": first.reason,
        "idempotency_key": first.idempotency_key or None,
        "status": (end.status if end else 0) or None,
        "request_id": (end.request_id if end else "") or None,
        "evidence": operation.evidence,
        "recovery_file": first.recovery_file or None,
        "steps": [_step(one) for one in operation.entries],
    }


def _step(entry: JournalEntry) -> dict[str, object]:
    return {"step": entry.step.value, "time_ms": entry.time_ms, "evidence": entry.evidence}
