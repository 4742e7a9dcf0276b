"""Every write, from the first key to the journal: nothing but reads before the last key, one
write after it, and journal, read-back and screen agree.
"""

from __future__ import annotations

import pytest

from rctui.journal.states import State, Step
from tests.stories.writes.desk import Desk, fill_in, to_review
from tests.stories.writes.every_write import EVERY_WRITE, Write


@pytest.mark.parametrize("write", EVERY_WRITE, ids=lambda write: write.name)
async def test_nothing_is_sent_before_the_last_key_and_one_write_after_it(write: Write) -> None:
    desk = Desk()
    async with desk.program(write.customer, size=(120, 40)) as operator:
        review = await fill_in(operator, write)
        assert "Skylark Demo" in review
        assert write.about in review
        *before, last = write.final
        await operator.press(*before)
        assert f"{last}  Run it in Skylark Demo" in await operator.sees("enter or esc  Cancel")
        assert desk.writes == []
        assert desk.states == []
        await operator.press(last)
        await operator.is_told("APPLIED: ")
        assert any(write.seen in notice for notice in operator.said), operator.said
        shown = await operator.settles()
        assert "UNCONFIRMED" not in shown
        assert "under way" not in shown
        assert "How it ended" not in shown
    (sent,) = desk.writes
    assert sent.operation == write.operation
    assert sent.applied
    assert bool(sent.idempotency_key) is write.is_keyed
    (operation,) = desk.operations
    assert operation.state is State.APPLIED
    assert operation.first.customer_id == write.about
    assert operation.idempotency_key == (sent.idempotency_key or "")
    assert [entry.step for entry in operation.entries] == [
        Step.ATTEMPTED,
        Step.APPLIED,
        Step.CHECKED,
    ]
    assert write.seen in operation.evidence
    assert operation.end is not None
    assert operation.end.request_id == sent.request_id


@pytest.mark.parametrize("way_out", ["escape", "enter", "q", "n"])
async def test_every_other_key_of_the_review_leads_back_to_what_was_typed(way_out: str) -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await to_review(operator, "C", *"GLD+500", "enter", "enter", *"T-77", "enter")
        await operator.press(way_out)
        shown = await operator.sees("Currencies of user_42", "GLD+500", "T-77")
        assert "at the end to a review" in shown
        await operator.press("escape")
        await operator.sees_no_more("Currencies of")
    assert desk.writes == []
    assert desk.operations == ()


async def test_a_grant_of_seven_days_takes_at_most_six_keys_after_its_own() -> None:
    desk = Desk()
    keys = ("down", "enter", "7", "enter", "enter", "y")
    assert len(keys) <= 6
    async with desk.program("user_42") as operator:
        await operator.press("G", *keys[:-1])
        await operator.sees("enter or esc  Cancel")
        await operator.press(keys[-1])
        await operator.is_told("APPLIED: Grant pro to user_42")
    assert desk.states == ["applied"]


async def test_five_hundred_coins_with_a_ticket_take_at_most_twelve_keys_and_the_ticket() -> None:
    desk = Desk()
    ticket = "ZD-1234"
    keys = ("C", "down", *"+500", "enter", "enter", *ticket, "enter", "y")
    assert len(keys) - len(ticket) <= 12
    async with desk.program("user_42") as operator:
        await operator.press(*keys[:-1])
        await operator.sees("GLD: 80 → 580 (+500)", "ZD-1234")
        await operator.press(keys[-1])
        await operator.is_told("APPLIED: Credit 500 GLD")
    assert desk.balance("user_42") == 580
    (operation,) = desk.operations
    assert operation.first.ticket == ticket
    assert b"ZD-1234" in desk.writes[0].body


async def test_the_new_state_is_on_the_screen_without_a_key() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.press("7")
        await to_review(operator, "C", *"+20", "enter", "enter", "enter")
        await operator.press("y")
        shown = await operator.waits(
            lambda text: any("GLD" in line and " 100 " in line for line in text.splitlines()),
            "the new balance",
        )
        assert "Access" not in shown
