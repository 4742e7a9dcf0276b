"""What has changed between the review and its last key: nothing is sent, and that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api.models.currency import VirtualCurrencyBalance
from rctui.demo.effects import answer_held
from rctui.demo.hold import Hold
from tests.stories.writes.desk import Desk, to_review

if TYPE_CHECKING:
    from tests.stories.program import Operator

SENT = "APPLIED: "


async def test_a_balance_that_moved_is_reviewed_again_and_only_then_sent() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "C", *"GLD+500", "enter", "enter", *"T-1", "enter")
        desk.customer("user_42").balances["GLD"] = 1000
        await operator.press("y")
        shown = await operator.sees("NOT SENT", "no longer as the review showed")
        assert "GLD: 1000 → 1500 (+500)" in shown
        assert "ticket    T-1" in shown
        assert desk.writes == []
        assert desk.operations == ()
        await operator.press("y")
        await operator.is_told("Now: 1500 GLD")
    assert len(desk.writes) == 1
    assert desk.balance("user_42") == 1500


async def test_a_balance_to_be_set_is_computed_again_from_what_is_there() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "C", *"GLD=1000", "enter", "enter", "enter")
        assert "GLD: 80 → 1000 (+920)" in operator.screen
        desk.customer("user_42").balances["GLD"] = 1300
        await operator.press("y")
        await operator.sees("NOT SENT", "GLD: 1300 → 1000 (-300)")
        assert desk.writes == []
        await operator.press("y")
        await operator.is_told("Now: 1000 GLD")
    assert len(desk.writes) == 1
    assert desk.balance("user_42") == 1000


async def test_a_balance_that_is_right_by_now_is_left_alone_and_said() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "C", *"GLD=1000", "enter", "enter", "enter")
        desk.customer("user_42").balances["GLD"] = 1000
        await operator.press("y")
        await operator.sees("NOT SENT: ", "has changed meanwhile: balances", "safe to try again")
    assert desk.writes == []


async def test_the_second_review_can_be_left_as_the_first() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "C", *"GLD+500", "enter", "enter", "enter")
        desk.customer("user_42").balances["GLD"] = 1000
        await operator.press("y")
        await operator.sees("NOT SENT", "1000 → 1500")
        await operator.press("escape")
        await operator.sees("1[Entitle]")
    assert desk.writes == []
    assert desk.operations == ()


async def test_a_customer_who_is_gone_by_now_is_not_written_to() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        desk.world.remove(desk.customer("user_42"))
        await operator.press("y")
        await operator.sees("NOT SENT")
    assert desk.writes == []
    assert desk.operations == ()


async def test_what_the_server_takes_without_doing_it_is_said_in_words() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "A", *"$idfa=AAA", "enter", "enter")
        await operator.press("y")
        await operator.is_told(SENT)
        shown = await to_review(operator, "A", *"$idfa=BBB", "enter", "enter")
        assert "Can't be changed once set" in shown
        await operator.press("y")
        shown = await operator.sees("How it ended", "APPLIED: Set $idfa")
        assert 'Not as asked: $idfa is "AAA"' in shown
    assert desk.states == ["applied", "applied"]


async def test_a_grant_beside_one_with_about_the_same_end_is_said_to_change_nothing() -> None:
    desk = Desk()
    async with desk.program("goodwill_month", size=(100, 30)) as operator:
        await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        await operator.press("y")
        await operator.is_told(SENT)
        await operator.settles()
        shown = await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        assert "Would change nothing" in shown
        await operator.press("y")
        shown = await operator.sees("How it ended", "APPLIED: Grant plus")
        assert "Nothing changed" in shown
        assert "Revoke first, then grant" in " ".join(shown.split())
    assert len(desk.writes) == 2


async def test_an_answer_from_before_a_write_is_not_shown_as_what_came_of_it() -> None:
    desk, hold = Desk(), Hold()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("7")
        await operator.sees("80")
        desk.faults.add(answer_held(hold), operation="list_virtual_currencies", times=1)
        await operator.press("r")
        await hold.reached()
        await to_review(operator, "C", *"GLD+5", "enter", "enter", "enter")
        await operator.press("y")
        await operator.is_told("Now: 85 GLD")
        hold.release()
        await operator.settles()
        await operator.waits(lambda _: _balance(operator, "GLD") == 85, "the new balance")
        assert _balance(operator, "GLD") == 85


def _balance(operator: Operator, code: str) -> int | None:
    rows = operator.customer.section.table.rows
    balances = [row for row in rows if isinstance(row, VirtualCurrencyBalance)]
    return next(row.balance for row in balances if row.currency_code == code)
