"""Own writes, as the journal has them: what is unconfirmed first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.journal.states import State
from rctui.tables.formatting import text_cell
from rctui.tables.table import Cell, Column, Table, Tone, with_columns
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from rctui.journal.operation import Operation
    from rctui.journal.reading import Damage

_STATES: Final[Mapping[State, tuple[SafeText, Tone]]] = {
    State.ATTEMPTED: (label("no end known"), Tone.ATTENTION),
    State.UNKNOWN: (label("unknown"), Tone.ATTENTION),
    State.APPLIED: (label("applied"), Tone.GOOD),
    State.REFUSED: (label("refused"), Tone.BAD),
    State.NOT_SENT: (label("not sent"), Tone.MUTED),
    State.SETTLED: (label("settled"), Tone.PLAIN),
}


def unconfirmed_first(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """What nobody knows the end of, then the rest; the newest first in both."""
    return tuple(
        sorted(operations, key=lambda one: (not one.is_open, -one.first.time_ms)),
    )


def journal_table(zone: tzinfo | None = None) -> Table[Operation]:
    """The columns of the Journal."""

    def at(operation: Operation) -> Cell:
        return Cell(moments.minute(operation.first.time_ms, zone))

    return Table(
        "journal",
        (
            Column("time", label("TIME"), 16, at, lambda one: one.first.time_ms),
            Column("state", label("STATE"), 12, _state, lambda one: one.state.value),
            Column("what", label("WHAT"), 34, _what, lambda one: one.first.summary, grows=True),
            Column(
                "customer",
                label("CUSTOMER"),
                20,
                _customer,
                lambda one: one.first.customer_id,
                cut="middle",
                drop_order=2,
            ),
            Column("ticket", label("TICKET"), 10, _ticket, lambda one: one.first.ticket),
            Column("user", label("USER"), 10, _user, lambda one: one.first.user, drop_order=3),
            Column("evidence", label("EVIDENCE"), 30, _evidence, grows=True, drop_order=1),
            Column("request-id", label("REQUEST ID"), 36, _request_id, drop_order=4),
        ),
        key=lambda operation: operation.id,
        empty=label("Nothing has been written yet."),
    )


def latest_writes_table(zone: tzinfo | None = None) -> Table[Operation]:
    """The columns of a glance at the last own writes."""
    return with_columns(journal_table(zone), ("time", "state", "what", "customer"))


def state_words(operation: Operation) -> SafeText:
    """The state in words, and what a person decided where one did."""
    words, _ = _STATES[operation.state]
    decided = operation.settled
    if operation.state is not State.SETTLED or decided is None:
        return words
    verdict = label("applied") if decided.verdict == "applied" else label("not applied")
    return phrase("{}: {}", words, verdict)


def damage_lines(damage: Damage) -> list[SafeText]:
    """What could not be read of the journal, in words."""
    told = (
        (damage.torn, phrase("{} lines of the journal break off.", damage.torn)),
        (damage.corrupt, phrase("{} lines of the journal can't be read.", damage.corrupt)),
        (
            len(damage.newer),
            phrase("{} lines of the journal are from a newer rctui.", len(damage.newer)),
        ),
    )
    return [words for count, words in told if count]


def _state(operation: Operation) -> Cell:
    return Cell(state_words(operation), _STATES[operation.state][1])


def _what(operation: Operation) -> Cell:
    return text_cell(operation.first.summary or str(operation.change.get("kind", "")))


def _customer(operation: Operation) -> Cell:
    return text_cell(operation.first.customer_id)


def _ticket(operation: Operation) -> Cell:
    return text_cell(operation.first.ticket)


def _user(operation: Operation) -> Cell:
    return text_cell(operation.first.user, Tone.MUTED)


def _evidence(operation: Operation) -> Cell:
    return text_cell(operation.evidence)


def _request_id(operation: Operation) -> Cell:
    end = operation.end
    return text_cell(end.request_id if end else "", Tone.MUTED)
