"""Comparing: two customers side by side, and a transfer either way."""

from __future__ import annotations

import pytest

from rctui.demo import effects
from tests.stories.writes.desk import Desk


async def compared(operator, left: str = "user_42", right: str = "card_failing_in_retry") -> None:  # type: ignore[no-untyped-def]
    """Mark one customer, open the other, and mark that."""
    await operator.press("m")
    await operator.is_told(f"Marked {left} for compare")
    await operator.finds_customer(right, right)
    await operator.press("m")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_what_differs_comes_first(size: tuple[int, int]) -> None:
    desk = Desk()
    async with desk.program("user_42", size=size) as operator:
        await compared(operator)
        shown = await operator.sees("differ ·", "SAME?")
        lines = shown.splitlines()
        first_same = next((n for n, line in enumerate(lines) if line[2:6] == "yes "), len(lines))
        last_different = max(n for n, line in enumerate(lines) if line[2:5] == "no ")
        assert last_different < first_same
        assert desk.writes == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_both_verdicts_stand_in_full_above_the_lines(size: tuple[int, int]) -> None:
    async with Desk().program("user_42", size=size) as operator:
        await compared(operator)
        above, _, _ = (await operator.sees("differ ·")).partition("SAME?")
        said = " ".join(above.split())
        assert "user_42: Has pro until " in said
        assert "Phrase book. card_failing_in_retry: No access: payment failing" in said
        assert "(App Store Pro monthly)." in said


async def test_a_list_that_is_not_readable_is_never_none() -> None:
    desk = Desk()
    desk.faults.add(
        effects.failed(403), path="/card_failing_in_retry/subscriptions", times=None
    )  # fmt: skip
    async with desk.program("user_42", size=(120, 40)) as operator:
        await compared(operator)
        await operator.sees("can't be told")
        await operator.press("slash")
        await operator.type("subscription")
        await operator.sees("?  ", "not readable")


@pytest.mark.parametrize(("keys", "source"), [([], "user_42"), (["down"], "card_failing_in_retry")])
async def test_a_transfer_is_filled_in_either_way(keys: list[str], source: str) -> None:
    desk = Desk()
    target = ({"user_42", "card_failing_in_retry"} - {source}).pop()
    async with desk.program("user_42") as operator:
        await compared(operator)
        await operator.sees("differ ·")
        await operator.press("T", *keys, "enter")
        await operator.sees(f"Transfer from {source}", target)
        assert desk.writes == []


async def test_the_mark_is_taken_off_by_marking_again() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.press("m")
        await operator.is_told("Marked user_42")
        await operator.press("m")
        await operator.is_told("No longer marked")


async def test_enter_shows_both_sides_in_full() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await compared(operator)
        await operator.sees("differ ·")
        await operator.press("enter")
        await operator.sees("Entitlement: pro (differs)", "user_42: until 20")


async def test_two_marked_rows_of_find_are_compared() -> None:
    desk = Desk()
    async with desk.program(size=(120, 40)) as operator:
        await operator.press("escape", "m")
        await operator.is_told("Marked user_42 for compare")
        await operator.press("m")
        await operator.is_told("No longer marked")
        await operator.press("space", "space", "space", "m")
        await operator.is_told("Two rows can be compared; 3 are marked")
        await operator.press("up", "space", "m")
        await operator.sees("differ ·", "user_42", "paid_no_entitlement")
        await operator.press("escape")
        await operator.sees("| Find")
        assert "marked" not in operator.screen.splitlines()[-2]
