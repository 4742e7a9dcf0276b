"""Writes whose answer is lost: nothing is claimed without evidence, nothing is sent twice."""

from __future__ import annotations

import pytest

from rctui.demo.effects import cut_after, cut_before, failed
from rctui.journal.states import State
from tests.stories.writes.desk import Desk, run, to_review
from tests.stories.writes.every_write import EVERY_WRITE, Write

WITHOUT_KEY = [write for write in EVERY_WRITE if not write.is_keyed]
CREDIT = next(write for write in EVERY_WRITE if write.name == "transaction")
GRANT = next(write for write in EVERY_WRITE if write.name == "grant")


@pytest.mark.parametrize("write", WITHOUT_KEY, ids=lambda write: write.name)
async def test_a_lost_answer_is_unknown_and_never_sent_again(write: Write) -> None:
    desk = Desk()
    desk.faults.add(cut_after(), operation=write.operation, times=None)
    async with desk.program(write.customer) as operator:
        await run(operator, write)
        shown = await operator.sees("UNKNOWN: ", "Nobody knows whether it was done")
        assert "APPLIED" not in shown
        assert "REFUSED" not in shown
        assert "1 UNCONFIRMED (h)" in shown
        await operator.press("h")
        shown = await operator.sees("Journal", "writes: 1, unconfirmed: 1")
        assert "unknown" in shown.splitlines()[2]
        await operator.press("S")
        await operator.is_told("sending it again could do it twice")
        await operator.press("c")
        shown = await operator.sees("Seen:", "checked")
        assert "unknown" in shown
        assert "1 UNCONFIRMED" in shown
    assert len(desk.writes) == 1
    assert desk.states == ["unknown"]


async def test_a_person_settles_what_nobody_knows_after_a_review() -> None:
    desk = Desk()
    desk.faults.add(cut_after(), operation=GRANT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, GRANT)
        await operator.sees("UNKNOWN: ")
        await operator.press("h", "Y")
        await operator.sees("y  Note that it was done")
        await operator.press("escape")
        await operator.sees("unconfirmed: 1")
        await operator.press("Y")
        await operator.sees("y  Note that it was done")
        await operator.press("y")
        shown = await operator.sees("state", "settled: applied")
        assert "UNCONFIRMED" not in shown
        await operator.press("q")
        shown = await operator.sees("writes: 1, unconfirmed: 0")
        assert "UNCONFIRMED" not in shown
        await operator.press("X")
        await operator.is_told("Its end is known")
    assert len(desk.writes) == 1
    assert desk.states == ["settled"]


async def test_a_server_that_failed_is_not_taken_for_a_refusal() -> None:
    desk = Desk()
    desk.faults.add(failed(500), operation=GRANT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, GRANT)
        await operator.sees("UNKNOWN: ", "status 500")
        await operator.press("h", "c")
        await operator.sees("Seen:", "as before")
        await operator.press("q", "X")
        await operator.sees("y  Note that it was not done")
        await operator.press("y")
        await operator.sees("settled: not applied")
    assert len(desk.writes) == 1


async def test_a_refusal_says_the_server_s_words_and_stays() -> None:
    desk = Desk()
    desk.faults.add(failed(422), operation=GRANT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, GRANT)
        shown = await operator.sees("REFUSED: Grant pro", "The request can't be carried out.")
        assert "status 422" in shown
        assert "UNCONFIRMED" not in shown
    assert len(desk.writes) == 1
    assert desk.states == ["refused"]


async def test_a_credit_is_sent_again_with_its_own_key_and_done_once() -> None:
    desk = Desk()
    desk.faults.add(cut_after(), operation=CREDIT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, CREDIT)
        await operator.sees("UNKNOWN: Credit 500 GLD", "1 UNCONFIRMED (h)")
        sent_unasked = len(desk.writes)
        assert 1 <= sent_unasked <= 3
        desk.faults.clear()
        await operator.press("h", "S")
        await operator.sees("y  Send it again with the same key")
        assert len(desk.writes) == sent_unasked
        await operator.press("y")
        shown = await operator.sees("Sent again: applied", "Seen: Now: 580 GLD")
        assert "UNCONFIRMED" not in shown
    assert len({write.idempotency_key for write in desk.writes}) == 1
    assert len(desk.applied) == 1
    assert desk.balance("user_42") == 580
    assert [one.state for one in desk.operations] == [State.APPLIED]


async def test_a_credit_that_never_arrived_is_done_once_by_sending_again() -> None:
    desk = Desk()
    desk.faults.add(cut_before(), operation=CREDIT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, CREDIT)
        await operator.sees("UNKNOWN: Credit 500 GLD")
        assert desk.balance("user_42") == 80
        desk.faults.clear()
        await operator.press("h", "S")
        await operator.sees("y  Send it again")
        await operator.press("y")
        await operator.sees("Sent again: applied", "580 GLD")
    assert len(desk.applied) == 1
    assert desk.balance("user_42") == 580


async def test_the_next_start_says_what_is_unconfirmed() -> None:
    desk = Desk()
    desk.faults.add(cut_after(), operation=GRANT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, GRANT)
        await operator.sees("UNKNOWN: ")
    async with desk.program() as operator:
        assert "1 UNCONFIRMED (h)" in operator.screen.splitlines()[0]


async def test_what_ended_badly_waits_until_a_dialog_is_closed() -> None:
    from rctui.demo.effects import held
    from rctui.demo.hold import Hold

    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation="get_customer", path="user_42", nth=3, times=1)
    desk.faults.add(failed(422), operation=GRANT.operation, times=None)
    async with desk.program("user_42") as operator:
        await run(operator, GRANT)
        await hold.reached()
        await to_review(operator, "C", *"GLD+5", "enter", "enter", *"pay", "enter")
        hold.release()
        await operator.is_told("shown after this dialog")
        assert "enter or esc  Cancel" in operator.screen
        await operator.press("escape")
        await operator.sees("Currencies of user_42", "pay")
        await operator.press("escape")
        await operator.sees("How it ended", "REFUSED: Grant pro")
    assert len(desk.writes) == 1
