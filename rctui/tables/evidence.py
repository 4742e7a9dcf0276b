"""What a verdict rests on, as a list; and what else was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.fields import Field
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.verdicts.verdict import Verdict


VERDICT: Final = label("verdict")
NEXT_STEP: Final = label("  next step")
"""Names of what somebody looks for first; between them stands what it rests on."""


def verdict_fields(verdict: Verdict, others: Sequence[Verdict] = ()) -> tuple[Field, ...]:
    """A verdict with its evidence and next step, then the other conclusions the same way."""
    more = [field for other in others for field in _of(label("also"), other)]
    return (*_of(VERDICT, verdict), *more)


def _of(kind: SafeText, verdict: Verdict) -> list[Field]:
    rows = [Field(kind, verdict.sentence)]
    rows += [Field(label("  because"), words) for words in verdict.evidence]
    if verdict.next_step.plain:
        rows.append(Field(NEXT_STEP, verdict.next_step))
    return rows
