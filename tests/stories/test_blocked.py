"""The block list: how many of a hundred, and what a block and its end make of that."""

from __future__ import annotations

from tests.stories.writes.desk import Desk, run, to_review
from tests.stories.writes.every_write import EVERY_WRITE

BLOCK = next(write for write in EVERY_WRITE if write.name == "block")


async def test_it_says_how_many_of_a_hundred_and_counts_along() -> None:
    desk = Desk()
    count = len(desk.world.blocked)
    async with desk.program(BLOCK.customer, size=(100, 30)) as operator:
        await operator.press("b")
        await operator.sees("| Blocked", f"{count} of 100 blocked")
        await operator.press("q")
        await run(operator, BLOCK)
        await operator.is_told("APPLIED: ")
        await operator.press("b")
        await operator.sees(f"{count + 1} of 100 blocked", BLOCK.customer)
        await operator.press("g")
        await to_review(operator, "U", "enter")
        await operator.press("y")
        await operator.sees(f"{count} of 100 blocked")
    assert len(desk.world.blocked) == count


async def test_where_nobody_is_blocked_that_is_said() -> None:
    desk = Desk()
    desk.world.blocked.clear()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("b")
        await operator.sees("| Blocked", "Nobody is blocked. B on a customer blocks one.")
