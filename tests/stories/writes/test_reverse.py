"""The way back, and what a ticket is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset.odd_names import HOSTILE_ID
from rctui.demo.effects import cut_after
from rctui.tui.screens.copy_menu import CopyMenu
from tests.stories.many import ManyDesk
from tests.stories.writes.desk import Desk, to_review

if TYPE_CHECKING:
    from rctui.demo.records import Customer
    from tests.stories.program import Operator

FIRST = {
    "grant": (("G", *"plus", "enter", "7", "enter", "enter"), "Revoke the grant of plus"),
    "attributes": (("A", *"nick=bob; city=Rome", "enter", "enter"), "Delete nick, Delete city"),
    "credit": (("C", *"GLD+500", "enter", "enter", "enter"), "Debit 500 GLD"),
    "debit": (("C", *"GLD-30", "enter", "enter", "enter"), "Credit 30 GLD"),
}


async def applied(operator: Operator, word: str) -> None:
    await operator.press("y")
    await operator.is_told(f"APPLIED: {word}")
    await operator.settles()


def copies(operator: Operator) -> list[str]:
    """What the copy menu offers, raw."""
    menu = operator.app.screen
    assert isinstance(menu, CopyMenu)
    return [choice.value for choice in menu.choices.values()]


@pytest.mark.parametrize("name", FIRST)
async def test_a_write_is_undone_by_its_opposite_after_a_review(name: str) -> None:
    desk = Desk()
    keys, opposite = FIRST[name]
    customer = desk.customer("user_42")
    before = (dict(customer.balances), dict(customer.attributes))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, *keys)
        await applied(operator, "")
        assert len(desk.writes) == 1
        await operator.press("Z")
        await operator.sees("Reverse: ", opposite)
        await to_review(operator, "enter")
        assert len(desk.writes) == 1
        await applied(operator, opposite)
    assert len(desk.writes) == 2
    customer = desk.customer("user_42")
    assert (customer.balances, customer.attributes) == before
    keys_sent = [write.idempotency_key for write in desk.writes if write.idempotency_key]
    assert len(set(keys_sent)) == len(keys_sent)


async def test_a_revoked_grant_is_granted_again_with_its_end() -> None:
    desk = Desk()
    async with desk.program("goodwill_month", size=(100, 30)) as operator:
        await to_review(operator, "G", *"plus", "enter", *"30", "enter", "enter")
        await applied(operator, "Grant plus")
        await to_review(operator, "R", *"plus", "enter", "enter")
        await applied(operator, "Revoke")
        await operator.press("Z")
        await operator.sees("Reverse: Revoke", "Grant plus to goodwill_month until")
        await to_review(operator, "enter")
        await applied(operator, "Grant plus")
    asked = [write.body for write in desk.writes if write.operation == "grant_entitlement"]
    assert len(asked) == 2
    assert asked[0] == asked[1]


async def test_a_grant_without_end_can_not_be_given_back_and_why_is_said() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "R", "enter", "enter")
        await applied(operator, "Revoke")
        await operator.press("Z")
        await operator.is_told("The revoked grant had no end")
    assert len(desk.writes) == 1


async def test_a_grant_that_is_not_listed_yet_is_reversed_in_words_that_agree() -> None:
    desk = Desk()
    desk.world.late_grant_ms = 10 * 60_000
    async with desk.program("goodwill_month", size=(120, 40)) as operator:
        await to_review(operator, "G", *"plus", "enter", *"30", "enter", "enter")
        await operator.press("y")
        await operator.is_told("APPLIED")
        await operator.settles()
        await operator.press("Z")
        await operator.sees("Reverse: Grant", "No access to plus remains.")
        shown = await to_review(operator, "enter")
        assert "grants of plus: none listed → ended" in shown
        assert "No grant of plus is listed. A new one is listed minutes late" in shown
        await operator.press("y")
        await operator.waits(lambda _: len(desk.applied) == 2, "the reverse is applied")


async def test_a_listed_grant_is_what_both_lines_of_the_review_speak_of() -> None:
    desk = Desk()
    async with desk.program("goodwill_month", size=(120, 40)) as operator:
        await to_review(operator, "G", *"plus", "enter", *"30", "enter", "enter")
        await applied(operator, "Grant plus")
        await operator.press("Z")
        shown = await to_review(operator, "enter")
        assert "grants of plus: until" in shown
        assert "Ends now: the grant of plus until" in shown
        assert "No grant of plus is listed" not in shown


async def test_a_newer_change_that_is_unconfirmed_keeps_an_older_one_from_being_reversed() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await to_review(operator, "A", *"nick=bob", "enter", "enter")
        await applied(operator, "Set nick")
        desk.faults.add(cut_after(), method="POST", times=None)
        await to_review(operator, "A", *"city=Rome", "enter", "enter")
        await operator.press("y")
        await operator.sees("UNKNOWN")
        await operator.press("escape")
        await operator.settles()
        await operator.press("Z")
        words = "Nobody knows yet whether your last change here was done: Set city to"
        await operator.is_told(words)
        await operator.is_told("Settle that first, in the Journal (h).")
        assert operator.is_on("user_42")
        await operator.sees("Nothing is reversed.", "in the Journal (h).")
    assert desk.states == ["unknown", "applied"]


async def test_without_an_own_write_there_is_nothing_to_reverse() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("Z")
        await operator.is_told("Nothing of yours on this customer")
    assert desk.writes == []


async def test_the_ticket_is_told_what_was_changed_and_no_internal_id() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        await applied(operator, "Grant plus")
        await to_review(operator, "C", *"GLD+500", "enter", "enter", *"T-1", "enter")
        await applied(operator, "Credit")
        await operator.press("c")
        await operator.sees("Copy what?")
        for value in copies(operator):
            assert "user" in value
            assert "Grant plus to user" in value
            assert "Credit 500 GLD" in value
            assert "applied" in value
            assert "Skylark Demo" in value
            for internal in ("entl", "proj1", "prod1", "subPr", "purc"):
                assert internal not in value


async def test_a_hostile_customer_can_be_written_to_and_summed_up() -> None:
    desk = Desk()
    async with desk.program(HOSTILE_ID, size=(100, 30)) as operator:
        await to_review(operator, "A", *"nick=<b>[/x]", "enter", "enter")
        await applied(operator, "Set nick")
        await operator.press("c")
        await operator.sees("Copy what?")
        for value in copies(operator):
            assert "\x1b" not in value
    assert len(desk.writes) == 1


def values(customer: Customer) -> dict[str, str | None]:
    return {name: one.value for name, one in customer.attributes.items()}


async def test_going_back_again_and_again_takes_back_every_step_of_a_playbook() -> None:
    desk = ManyDesk()
    customer = desk.customer("user_42")
    before = (dict(customer.balances), values(customer))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("P")
        await operator.sees("Playbook for", "Outage make-good")
        await operator.press("enter")
        await operator.sees("ticket")
        await operator.press(*"T-77", "enter")
        await operator.sees("y  Run it in")
        await operator.press("y")
        await operator.sees("1 applied")
        await operator.press("q")
        await operator.settles()
        for what, older in ("Credit", "2 older"), ("Set", "One older"), ("Grant", ""):
            await operator.press("Z")
            shown = await operator.sees(f"Reverse: {what}", "ticket T-77", older)
            assert ("older" in shown) is bool(older)
            await to_review(operator, "enter")
            await applied(operator, "")
        await operator.press("Z")
        await operator.is_told("Nothing is left to reverse")
    customer = desk.customer("user_42")
    assert (customer.balances, values(customer)) == before

    assert {one.first.ticket for one in desk.operations} == {"T-77"}
    assert [bool(one.first.reverses) for one in desk.operations] == [True] * 3 + [False] * 3


async def test_the_review_of_a_reverse_says_what_access_remains_where_that_is_loaded() -> None:
    desk = Desk()
    async with desk.program("coins_missing", size=(100, 30)) as operator:
        await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        await applied(operator, "Grant plus")
        await operator.press("Z")
        shown = await to_review(operator, "enter")
        assert "No access to plus remains." in shown
        assert "remains is not known" not in shown
