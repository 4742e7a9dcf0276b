"""Many customers and their verdicts, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.verdicts.verdict import Access
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, label, safe, without_lead

if TYPE_CHECKING:
    from rctui.customers.triage import TriageRow
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.verdict import Verdict

_ACCESS: Final = {
    Access.YES: Cell(label("yes"), Tone.GOOD),
    Access.NO: Cell(label("no"), Tone.BAD),
    Access.UNKNOWN: Cell(label("can't tell"), Tone.ATTENTION),
}
_ORDER: Final = {Access.NO: 0, Access.UNKNOWN: 1, Access.YES: 2}
_NOT_FOUND_ORDER: Final = 3
_NO_CUSTOMER: Final = Cell(label("no customer"), Tone.ATTENTION)
"""Nobody is there who could be without access."""
_WAITING: Final = Cell(label("…"), Tone.MUTED)


def triage_table(view: Viewpoint) -> Table[TriageRow]:
    """The columns."""

    def access(row: TriageRow) -> Cell:
        verdict = row.verdict(view)
        if row.failure.plain:
            return Cell(label("not read"), Tone.ATTENTION)
        if row.is_gone:
            return _NO_CUSTOMER
        return _WAITING if verdict is None else _ACCESS[verdict.access]

    def why(row: TriageRow) -> Cell:
        verdict = row.verdict(view)
        return Cell(row.failure) if verdict is None else Cell(_reason(verdict))

    def order(row: TriageRow) -> int | None:
        verdict = row.verdict(view)
        if row.is_gone:
            return _NOT_FOUND_ORDER
        return None if verdict is None else _ORDER[verdict.access]

    return Table(
        "triage",
        (
            Column("customer", label("APP USER ID"), 24, _asked, lambda r: r.asked, cut="middle"),
            Column("access", label("ACCESS"), 11, access, order),
            Column("environments", label("ROWS"), 15, lambda r: Cell(r.environments), drop_order=1),
            Column("why", label("WHY"), 38, why, lambda r: why(r).text.plain, grows=True),
        ),
        key=lambda row: row.number,
        empty=label("No ids."),
        identity=lambda row: row.asked,
    )


def _reason(verdict: Verdict) -> SafeText:
    """The verdict's sentence without what the column beside it says already."""
    return without_lead(verdict.sentence, "No access: ")


def _asked(row: TriageRow) -> Cell:
    return Cell(safe(row.asked))
