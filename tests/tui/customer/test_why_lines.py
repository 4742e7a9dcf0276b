"""What a verdict rests on: the verdict has its colour, the next step is lit."""

from __future__ import annotations

from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.tables.evidence import verdict_fields
from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.tui.customer.why import lit_lines


def test_the_verdict_and_the_next_step_stand_out_from_the_evidence() -> None:
    told = Verdict(Access.NO, label("No access."), (label("none"),), "one", label("Wait."))
    also = Verdict(Access.NO, label("More."), (), "other", label("Ask."))
    tones = [tone for _, tone in lit_lines(verdict_fields(told, (also,)), Tone.BAD)]
    assert tones == [Tone.BAD, Tone.PLAIN, Tone.ACCENT, Tone.PLAIN, Tone.ACCENT]
