from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.exports.ticket_summary import Done, TicketSummary
from rctui.text.safe_text import label, safe

NOW = 1_796_256_000_000  # 2026-12-03 00:00 UTC
HOUR = 3_600_000


def summary(customer: str = "user_1", *done: Done) -> TicketSummary:
    verdict = label("Has pro until 7 Dec 2026 via Play Store.")
    return TicketSummary(safe(customer), verdict, NOW, done, UTC)


CREDIT = Done(NOW - HOUR, safe("Credit 500 GLD for user_1"), label("applied"))
LOST = Done(NOW, safe("Grant pro to user_1"), label("unknown"))


def test_it_says_who_access_when_and_what_was_changed() -> None:
    assert summary("user_1", CREDIT, LOST).plain() == (
        "Customer: user_1\n"
        "Access: Has pro until 7 Dec 2026 via Play Store.\n"
        "As of 2026-12-03 00:00:00 UTC\n"
        "Change: 2026-12-02 23:00:00 UTC Credit 500 GLD for user_1 (applied)\n"
        "Change: 2026-12-03 00:00:00 UTC Grant pro to user_1 (unknown)"
    )


def test_what_nobody_knows_or_was_refused_is_not_called_done() -> None:
    told = summary("user_1", LOST)
    assert "Done" not in told.plain() + told.markdown()
    assert "(unknown)" in told.plain()


def test_without_own_writes_nothing_is_said_of_them() -> None:
    assert "Change" not in summary().plain()


def test_markdown_s_own_characters_are_only_characters() -> None:
    told = summary("a_b*c[d](e)<img>`f`|g#h").markdown()
    assert r"a\_b\*c\[d\](e)\<img\>\`f\`\|g#h" in told


def test_markdown_makes_no_link_mention_or_entity_of_a_customer() -> None:
    told = summary("https://evil.example www.evil.example @everyone &lt;").markdown()
    assert "://" not in told
    assert "www." not in told
    assert r"\@everyone" in told
    assert r"\&lt;" in told


@given(st.text(max_size=60))
def test_no_text_makes_another_line_or_a_control_character(text: str) -> None:
    for told in (summary(text).plain(), summary(text).markdown()):
        assert len(told.splitlines()) == 3
        assert all(one.isprintable() or one == "\n" for one in told)


def test_the_ticket_is_named_where_there_was_one() -> None:
    told = summary("user_1", Done(NOW, safe("Grant pro to user_1"), label("applied"), safe("T-1")))
    assert "Grant pro to user_1 (applied, ticket T-1)" in told.plain()


def test_internal_ids_are_left_out_unless_asked_for() -> None:
    done = Done(NOW, safe("Grant entl1a2b3c4d5e to sub1234567890"), label("applied"))
    told = summary("sub1234567890", done)
    assert "Grant an entitlement to sub1234567890" in told.plain()
    assert "entl" not in told.plain() + told.markdown().replace("entitlement", "")
    assert "Grant entl1a2b3c4d5e to" in replace(told, for_colleagues=True).plain()


@pytest.mark.parametrize("high_risk", [False, True])
def test_the_project_is_named_and_its_risk_only_to_colleagues(high_risk: bool) -> None:
    told = replace(summary(), project=safe("Acme_iOS"), high_risk=high_risk)
    assert told.plain().startswith("Project: Acme_iOS\nCustomer: user_1\n")
    assert told.markdown().startswith("- **Project** Acme\\_iOS\n- **Customer** ")
    inside = replace(told, for_colleagues=True)
    for text in (inside.plain(), inside.markdown()):
        assert ("HIGH RISK" in text) is high_risk
