"""Keys of a customer's screen, pressed on Find's list: none does nothing without a word."""

from __future__ import annotations

import pytest

from tests.stories.program import demo, program


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("G", "G (Grant) works on an opened customer"),
        ("P", "P (Playbook) works on an opened customer"),
        ("c", "c (Ticket) works on an opened customer"),
        ("Z", "Z (Reverse) works on an opened customer"),
        ("1", "1 (Entitlements) works on an opened customer"),
    ],
)
async def test_a_key_of_a_customer_says_what_to_do_first(key: str, words: str) -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.press("escape", key)
        await operator.is_told(words)


async def test_keys_of_find_itself_are_not_talked_about() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.press("escape", "h")
        await operator.sees("No changes yet")
        assert not [one for one in operator.said if "opened customer" in one]


async def test_a_grant_begins_where_one_has_read_why() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        await operator.press("up", "enter")
        shown = await operator.sees("Why", "G Grant")
        assert "y Copy" in shown
        await operator.press("G")
        await operator.sees("Grant to user_42", "Entitlement")
        await operator.press("escape")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer, not the text")
