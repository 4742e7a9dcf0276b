from __future__ import annotations

from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.fields import Field
from rctui.exports.verdict_text import VerdictText
from rctui.text.safe_text import label, safe

NOW = 1_796_256_000_000  # 2026-12-03 00:00 UTC
TOLD = (
    Field(label("verdict"), label("Has pro until 7 Dec 2026.")),
    Field(label("  because"), label("subscription sub1: PROD Play Store")),
    Field(label("  next step"), label("Nothing to do.")),
    Field(label("also"), label("1 purchase refunded on record.")),
)


def text(customer_id: str = "user_1") -> VerdictText:
    return VerdictText(safe(customer_id), label("Acme_iOS"), NOW, TOLD, UTC)


def test_a_verdict_is_told_with_every_line_that_it_rests_on() -> None:
    assert text().plain() == (
        "user_1 in Acme_iOS, as of 2026-12-03 00:00:00 UTC\n"
        "verdict: Has pro until 7 Dec 2026.\n"
        "  because: subscription sub1: PROD Play Store\n"
        "  next step: Nothing to do.\n"
        "also: 1 purchase refunded on record."
    )


def test_in_markdown_the_evidence_is_a_list_below_its_verdict() -> None:
    assert text().markdown() == (
        "user\\_1 in Acme\\_iOS, as of 2026-12-03 00:00:00 UTC\n"
        "\n"
        "- **verdict** Has pro until 7 Dec 2026.\n"
        "  - **because** subscription sub1: PROD Play Store\n"
        "  - **next step** Nothing to do.\n"
        "- **also** 1 purchase refunded on record."
    )


@given(st.text(max_size=60))
def test_no_id_makes_another_line(customer_id: str) -> None:
    assert len(text(customer_id).plain().splitlines()) == 5
    assert len(text(customer_id).markdown().splitlines()) == 6
