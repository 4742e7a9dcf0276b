"""What we did to an id ourselves is part of what is said of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stories.writes.desk import Desk, run, to_review
from tests.stories.writes.every_write import EVERY_WRITE
from tests.stories.writes.test_reverse import applied, copies

if TYPE_CHECKING:
    from tests.stories.writes.every_write import Write


def write(name: str) -> Write:
    return next(one for one in EVERY_WRITE if one.name == name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("delete", ("Deleted by you", "Restore puts back what can be.")),
        ("block", ("Blocked by you", "(see Blocked). Restore puts back what can be.")),
    ],
)
async def test_a_customer_who_is_gone_by_our_own_hand_is_no_failure(
    name: str, words: tuple[str, ...]
) -> None:
    desk = Desk()
    made = write(name)
    async with desk.program(made.customer, size=(120, 40)) as operator:
        await run(operator, made)
        await operator.is_told("APPLIED: ")
        shown = await operator.sees(*words)
        await operator.settles()
        assert "Failed:" not in shown
        for tab in "123456789":
            await operator.press(tab)
            assert "Failed:" not in await operator.settles()
        await operator.press("c")
        await operator.sees("Copy what?")
        done = "deleted" if name == "delete" else "blocked"
        assert all(f"No access: {done} by us" in one.replace("\\", "") for one in copies(operator))


async def test_an_id_that_we_have_unblocked_is_said_to_be_that() -> None:
    desk = Desk()
    async with desk.program("", size=(120, 40)) as operator:
        await run(operator, write("unblock"))
        await operator.is_told("APPLIED: ")
        await operator.press("escape")
        await operator.finds_customer("object", "object")
        assert "No access: unblocked by you" in operator.verdict
        assert "the customer must restore purchases" in operator.verdict
        assert "no purchase ever" not in operator.verdict


async def test_a_customer_whom_we_have_created_is_said_to_be_that() -> None:
    desk = Desk()
    async with desk.program("", size=(120, 40)) as operator:
        await run(operator, write("create"))
        await operator.is_told("APPLIED: ")
        await operator.press("escape")
        await operator.finds_customer("brand_new", "brand_new")
        assert "No access: created by you" in operator.verdict


async def test_attributes_of_a_customer_who_has_vanished_are_not_sent() -> None:
    desk = Desk()
    async with desk.program("delete_me_please", size=(100, 30)) as operator:
        await to_review(operator, "A", *"nick=bob", "enter", "enter")
        desk.world.remove(desk.customer("delete_me_please"))
        await operator.press("y")
        await operator.sees("NOT SENT", "There is no customer delete_me_please.")
    assert desk.writes == []
    assert desk.operations == ()


async def test_a_grant_that_is_not_listed_yet_is_said_to_be_ours() -> None:
    desk = Desk()
    desk.world.late_grant_ms = 10 * 60_000
    async with desk.program("user_42") as operator:
        await to_review(operator, "G", *"plus", "enter", "7", "enter", "enter")
        await applied(operator, "Grant plus")
        await operator.sees("Granted by you, not listed yet")
        assert "plus until" in operator.verdict
        await to_review(operator, "R", *"plus", "enter", "enter")
        await applied(operator, "Revoke")
        await operator.sees_no_more("Granted by you")


async def test_the_ticket_number_is_in_the_summary() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, "C", *"GLD+500", "enter", "enter", *"T-17", "enter")
        await applied(operator, "Credit")
        await operator.press("c")
        await operator.sees("Copy what?")
        assert all("(applied, ticket T-17" in one.replace("\\", "") for one in copies(operator))


async def test_whom_we_have_blocked_is_unblocked_where_one_is() -> None:
    desk = Desk()
    made = write("block")
    async with desk.program(made.customer, size=(120, 40)) as operator:
        await run(operator, made)
        await operator.sees("Blocked by you")
        await operator.settles()
        await to_review(operator, "U", "enter")
        await operator.press("y")
        await operator.sees("unblocked by you")
    assert made.customer not in desk.world.blocked
