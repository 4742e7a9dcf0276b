from __future__ import annotations

from datetime import UTC
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.names import Names
from rctui.journal.entry import JournalEntry
from rctui.journal.operation import Operation
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText
from rctui.tui.writing.journal_words import operation_rows
from rctui.tui.writing.seen_words import seen_words

NOW = 1_796_256_000_000  # 2026-12-03 00:00 UTC


def entry(step: Step, **more: Any) -> JournalEntry:
    return JournalEntry("op1", step, NOW, **({"customer_id": "user_1"} | more))


def told(*entries: JournalEntry) -> str:
    rows = operation_rows(Operation(entries), UTC)
    return "\n".join((row if isinstance(row, SafeText) else row[0]).plain for row in rows)


ATTEMPTED = entry(
    Step.ATTEMPTED,
    summary="Credit 500 GLD for user_1",
    ticket="T-1",
    before={"at_ms": NOW, "balances": {"GLD": 80}},
    idempotency_key="key-1",
    recovery_file="/state/recovery/user_1.json",
)


def test_a_write_is_told_with_its_ticket_key_and_recovery_file() -> None:
    words = told(ATTEMPTED, entry(Step.APPLIED, status=201, request_id="req-1"))
    for part in ("Credit 500 GLD", "T-1", "key-1", "/state/recovery/user_1.json", "201", "req-1"):
        assert part in words
    assert "state         applied" in words


def test_what_was_seen_is_told_in_words() -> None:
    words = told(ATTEMPTED, entry(Step.CHECKED, observed={"balances": {"GLD": 580}}))
    assert "before        balances: 80 GLD" in words
    assert "observed      balances: 580 GLD" in words
    assert "{" not in words


def test_a_balance_that_the_evidence_names_is_not_said_again() -> None:
    seen = {"exists": True, "balances": {"GLD": 580}}
    words = told(ATTEMPTED, entry(Step.CHECKED, observed=seen, evidence="Now: 580 GLD."))
    assert "observed      customer: there\n" in f"{words}\n"
    other = told(ATTEMPTED, entry(Step.CHECKED, observed=seen, evidence="Now: 1580 GLD."))
    assert "balances: 580 GLD" in other


def test_what_a_person_decided_is_told() -> None:
    settled = entry(Step.SETTLED, verdict="not-applied", evidence="asked the customer")
    words = told(ATTEMPTED, entry(Step.UNKNOWN), settled)
    assert "settled: not applied" in words
    assert "asked the customer" in words


def test_rows_are_counted_and_ends_are_times() -> None:
    seen = {"exists": True, "ends": {"entl1": NOW, "entl2": None}, "grants": [], "rows": ["a", "b"]}
    assert seen_words(seen, UTC).plain == (
        "customer: there; access: entl1 until 2026-12-03 00:00:00 UTC, entl2 without end;"
        " grants: none; subscriptions and purchases: 2"
    )


def test_an_attribute_that_is_not_set_is_no_text() -> None:
    words = seen_words({"attributes": {"nick": None, "city": ""}}, UTC).plain
    assert words == 'attributes: nick not set, city ""'


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
parts = st.sampled_from(
    ["exists", "id", "ends", "grants", "attributes", "balances", "rows", "target_rows", "blocked"]
)


@given(st.dictionaries(parts, json, max_size=4))
def test_whatever_a_damaged_journal_holds_can_be_told(seen: dict[str, Any]) -> None:
    assert "\x1b" not in seen_words(seen, UTC).plain


def test_access_goes_by_the_names_that_are_known() -> None:
    seen = {"ends": {"entl1": None, "entl2": None}}
    words = seen_words(seen, UTC, names=Names({"entl1": "pro"})).plain
    assert words == "access: pro without end, entl2 without end"
