"""The same program at four sizes, and on a terminal that is too small."""

from __future__ import annotations

import pytest

from rctui.tui.widgets.key_footer import KeyFooter
from tests.stories.program import Operator, demo, program

BESIDE = "entitlement id"
SMALL = "terminal too small: {}, needs 60x16: enlarge, or ctrl+q"
"""A field of the row under the cursor that no column has."""


def footer(operator: Operator) -> str:
    return operator.screen.splitlines()[-1]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_what_must_never_go_is_there_at_every_size(size: tuple[int, int]) -> None:
    async with program(demo(read_only=True), text="user_42", size=size) as operator:
        await operator.sees("pro", "ENTITLEMENT")
        shown = await operator.settles()
        top = shown.splitlines()[0]
        assert "Skylark Demo" in top
        assert "READ-ONLY" in top
        assert "PROD 6 / SBX 3" in top
        assert "? Help" in footer(operator)
        assert "q Back" in footer(operator)
        assert all(len(line) <= size[0] for line in shown.splitlines())


@pytest.mark.parametrize(("size", "is_beside"), [((80, 24), False), ((120, 40), True)])
async def test_the_row_is_beside_its_list_where_there_is_room(
    size: tuple[int, int], is_beside: bool
) -> None:
    async with program(demo(), text="user_42", size=size) as operator:
        await operator.sees("VIA", "Play Store Phrase book")
        assert (BESIDE in await operator.settles()) is is_beside


async def test_the_row_beside_the_list_follows_the_cursor_and_can_be_put_away() -> None:
    async with program(demo(), text="user_42", size=(120, 40)) as operator:
        await operator.sees(BESIDE, "pro (entl")
        await operator.press("j")
        await operator.sees("legacy (entl")
        await operator.press("colon")
        await operator.type("preview")
        await operator.press("enter")
        assert "LEFT" in await operator.sees_no_more(BESIDE)


async def test_a_wide_find_shows_what_is_known_of_a_customer() -> None:
    async with program(demo(), size=(200, 60)) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down")
        await operator.sees("last platform")


async def test_a_terminal_that_is_too_small_says_so_and_keeps_keys_and_data() -> None:
    async with program(demo(), text="user_42", size=(59, 16)) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")
        assert (await operator.settles()).split("\n")[0] == SMALL.format("59x16")
        await operator.press("2", "q")
        await operator.waits(lambda _: not operator.is_on("user_42"), "Find")
        assert (await operator.settles()).strip() == SMALL.format("59x16")
        await operator.resize(60, 16)
        await operator.sees("customers: 100 loaded")
        await operator.resize(60, 15)
        await operator.sees(SMALL.format("60x15"))


async def test_the_footer_shows_the_keys_that_work_where_the_focus_is() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        assert footer(operator).split("  ")[:2] == ["enter Find", "esc To the list"]
        await operator.press("down")
        await operator.waits(lambda _: footer(operator).startswith("enter Open"), "keys of a list")
        await operator.press("slash")
        await operator.waits(lambda _: "esc End the filter" in footer(operator), "filter keys")
        await operator.press("escape")
        await operator.waits(lambda _: footer(operator).startswith("enter Open"), "keys of a list")


@pytest.mark.parametrize(
    ("tab", "key"),
    [
        ("1", "G Grant"),
        ("2", "e Env"),
        ("5", "A Attributes"),
        ("6", "d PDF"),
        ("7", "C Currencies"),
    ],
)
async def test_what_a_tab_is_for_comes_second_in_its_footer(tab: str, key: str) -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press(tab)
        await operator.waits(lambda _: footer(operator).split("  ")[1:2] == [key], key)
        assert footer(operator).endswith("…")
        assert len(operator.customer.query(KeyFooter)) == 1


async def test_recent_customers_say_who_they_are_and_when_they_were_opened() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.finds_customer("user_42", "user_42")
        await operator.press("escape")
        shown = await operator.sees("KNOWN AS", "Ann Lee")
        [row] = [line for line in shown.splitlines() if "Ann Lee" in line]
        assert "recent " in row


async def test_a_list_without_rows_says_what_to_press() -> None:
    async with program(demo(), text="created_by_api") as operator:
        await operator.waits(lambda _: operator.is_on("created_by_api"), "the customer")
        await operator.press("2")
        await operator.sees("No subscriptions.", "One-time purchases: tab 3.")
