"""How a write ended, in words that claim no more than is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import AssignOffering, RefundTransaction
from rctui.customers.readback.outcome import Outcome, Seen
from rctui.customers.recovery.recovery_file import where_saved
from rctui.journal.states import Step
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.writing import WriteAnswer

_ENDS = {
    Step.APPLIED: (label("APPLIED"), Tone.GOOD),
    Step.REFUSED: (label("REFUSED"), Tone.BAD),
    Step.NOT_SENT: (label("NOT SENT"), Tone.ATTENTION),
    Step.UNKNOWN: (label("UNKNOWN"), Tone.ATTENTION),
}
_NEXT = {
    Step.UNKNOWN: label(
        "Nobody knows whether it was done. Don't repeat it: the Journal keeps it at the top; "
        "check there, and decide."
    ),
    Step.NOT_SENT: label("Nothing was changed. It is safe to try again."),
}


_NEVER_SEEN = (AssignOffering, RefundTransaction)
"""What the API can't read back, however well it went."""


def ended_well(answer: WriteAnswer) -> bool:
    """Whether it was done, is written down, and is to be seen as far as the API ever shows it."""
    outcome = answer.outcome
    if outcome.end is not Step.APPLIED or outcome.journal_problem.plain:
        return False
    if outcome.read_back is None or isinstance(answer.request.change, _NEVER_SEEN):
        return True
    return outcome.read_back.seen is Seen.MATCHES


def changed_nothing(answer: WriteAnswer) -> bool:
    """Whether it was surely not done, and may be asked for again."""
    return answer.outcome.end in (Step.REFUSED, Step.NOT_SENT)


def said_briefly(answer: WriteAnswer, head: SafeText) -> SafeText:
    """One line for a write that ended well: what was done, and what is to be seen of it."""
    found = answer.outcome.read_back
    return head if found is None else phrase("{}. {}", head, found.words)


def outcome_rows(answer: WriteAnswer, view: Viewpoint) -> list[SafeText | Toned]:
    """What was asked, how it ended, what was seen afterwards, what to do."""
    outcome = answer.outcome
    words, tone = _ENDS[outcome.end]
    asked = answer.request.change.summary(view)
    rows: list[SafeText | Toned] = [(phrase("{}: {}", words, asked), tone)]
    if outcome.end is not Step.APPLIED:
        rows.append(join(" ", [part for part in (outcome.words, outcome.hint) if part.plain]))
    if outcome.stale:
        changed = safe(", ".join(outcome.stale))
        rows.append(phrase("What the review showed has changed meanwhile: {}.", changed))
    if outcome.read_back is not None:
        rows.append(phrase("Read back: {}", outcome.read_back.words))
    rows += _details(outcome)
    if outcome.end in _NEXT:
        rows += [label(""), _NEXT[outcome.end]]
    return rows


def _details(outcome: Outcome) -> list[SafeText]:
    rows = []
    if outcome.status is not None:
        rows.append(phrase("status {}", outcome.status))
    if outcome.request_id:
        rows.append(phrase("request {}", safe(outcome.request_id)))
    if outcome.recovery_file:
        rows.append(phrase("recovery file {}", where_saved(outcome.recovery_file)))
    if outcome.journal_problem.plain:
        rows.append(phrase("The journal could not be written: {}", outcome.journal_problem))
    return rows
