"""One write as the journal keeps it, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.names import Names
from rctui.customers.recovery.recovery_file import where_saved
from rctui.tables.journal import state_words
from rctui.tables.table import Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe, whole_id
from rctui.text.width import fit
from rctui.tui.writing.seen_words import seen_words

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.journal.entry import JournalEntry
    from rctui.journal.operation import Operation
    from rctui.journal.states import Step
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.writing import FollowUpAnswer

_NAME_WIDTH = 14
_NO_NAMES: Final = Names()


def operation_rows(
    operation: Operation, zone: tzinfo | None, names: Names = _NO_NAMES
) -> list[SafeText | Toned]:
    """What, who, where, why; then every step with its evidence. `names` are the project's."""
    first = operation.first
    tone = Tone.ATTENTION if operation.is_open else Tone.ACCENT
    rows: list[SafeText | Toned] = [(safe(first.summary, limit=1000), tone)]
    told = {
        label("state"): state_words(operation),
        label("customer"): whole_id(first.customer_id),
        label("project"): safe(f"{first.project} {first.project_id} {first.origin}"),
        label("ticket"): safe(first.ticket),
        label("who"): safe(f"{first.user}@{first.host} rctui {first.program}"),
        label("before"): seen_words(first.before, zone, names=names),
        label("key"): safe(first.idempotency_key),
        label("recovery"): where_saved(first.recovery_file) if first.recovery_file else label(""),
        label("id"): safe(first.id),
    }
    rows += [_row(name, value) for name, value in told.items() if value.plain]
    for entry in operation.entries:
        rows += [label(""), *_step(entry, zone, names)]
    return rows


def follow_up_rows(
    answer: FollowUpAnswer, zone: tzinfo | None, names: Names = _NO_NAMES
) -> list[SafeText | Toned]:
    """What a follow-up found, and the write as it stands now."""
    rows: list[SafeText | Toned] = []
    if answer.failure is not None:
        rows.append((phrase("Could not be done: {}", answer.failure.sentence), Tone.BAD))
    if answer.outcome is not None:
        ended = safe(answer.outcome.end.value)
        rows.append((phrase("Sent again: {}. {}", ended, answer.outcome.words), Tone.ACCENT))
    if answer.read_back is not None:
        rows.append((phrase("Seen: {}", answer.read_back.words), Tone.ACCENT))
    return [*rows, label(""), *operation_rows(answer.operation, zone, names)]


def _step(entry: JournalEntry, zone: tzinfo | None, names: Names) -> list[SafeText | Toned]:
    at = moments.local_and_utc(entry.time_ms, zone)
    rows: list[SafeText | Toned] = [(phrase("{}  {}", at, _name(entry.step)), Tone.ACCENT)]
    evidence = safe(entry.evidence, limit=2000)
    told = {
        label("status"): safe(str(entry.status)) if entry.status else label(""),
        label("request"): safe(entry.request_id),
        label("evidence"): evidence,
        label("observed"): seen_words(entry.observed, zone, evidence, names),
        label("verdict"): safe(entry.verdict),
    }
    return rows + [_row(name, value) for name, value in told.items() if value.plain]


def _name(step: Step) -> SafeText:
    return safe(step.value)


def _row(name: SafeText, value: SafeText) -> SafeText:
    return fit(name, _NAME_WIDTH) + value
