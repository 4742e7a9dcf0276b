"""The requests of this run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import text_cell
from rctui.tables.table import Cell, Column, Table, Tone, with_columns
from rctui.text import moments
from rctui.text.safe_text import label, phrase, safe

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.api.request_record import RequestRecord


def activity_table(zone: tzinfo | None = None) -> Table[RequestRecord]:
    """The columns of the Activity screen, newest request first."""

    def at(record: RequestRecord) -> Cell:
        return Cell(moments.clock_second(record.at_ms, zone))

    return Table(
        "activity",
        (
            Column("time", label("TIME"), 8, at, lambda r: r.at_ms),
            Column("method", label("METHOD"), 6, _method, lambda r: r.method),
            Column("status", label("STATUS"), 12, _status, lambda r: r.status),
            Column("ms", label("MS"), 6, _elapsed, lambda r: r.elapsed_ms, align="right"),
            Column("path", label("PATH"), 30, _path, lambda r: r.path, cut="middle", grows=True),
            Column("retries", label("RETRIES"), 7, _retries, lambda r: r.retries, drop_order=2),
            Column("left", label("RATE LEFT"), 9, _left, lambda r: r.rate_left, drop_order=1),
            Column("request-id", label("REQUEST ID"), 36, _request_id, drop_order=3),
        ),
        key=lambda record: (record.at_ms, record.method, record.path, record.request_id),
        empty=label("No request has been made yet."),
    )


def latest_requests_table(zone: tzinfo | None = None) -> Table[RequestRecord]:
    """The columns of a glance at the last requests."""
    return with_columns(activity_table(zone), ("time", "method", "status", "ms", "path"))


def _method(record: RequestRecord) -> Cell:
    return text_cell(record.method)


def _status(record: RequestRecord) -> Cell:
    if record.status is None:
        return text_cell(record.outcome or "no answer", Tone.BAD)
    tone = Tone.BAD if record.status >= 400 else Tone.GOOD
    return Cell(safe(f"{record.status}"), tone)


def _elapsed(record: RequestRecord) -> Cell:
    return Cell(phrase("{}", record.elapsed_ms))


def _path(record: RequestRecord) -> Cell:
    """The path within the project, which the header names."""
    _, projects, rest = record.path.partition("/projects/")
    within = rest.partition("/")[2] if projects else ""
    return text_cell(within or record.path)


def _retries(record: RequestRecord) -> Cell:
    tone = Tone.ATTENTION if record.retries else Tone.MUTED
    return Cell(phrase("{}", record.retries), tone)


def _left(record: RequestRecord) -> Cell:
    if record.rate_left is None or record.rate_limit is None:
        return Cell(tone=Tone.MUTED)
    return Cell(phrase("{}/{}", record.rate_left, record.rate_limit))


def _request_id(record: RequestRecord) -> Cell:
    return text_cell(record.request_id, Tone.MUTED)
