"""What a write that went well says of the next step, where there is room for that."""

from __future__ import annotations

from rctui.text.safe_text import label
from rctui.tui.keys.in_force import Keys
from rctui.tui.writing.next_steps import with_next_steps
from tests.stories.writes.desk import Desk, to_review

CREDIT = ("C", *"GLD+5", "enter", "enter", "enter")
SAID = label("APPLIED.")


async def test_it_says_what_undoes_it_and_what_copies_it() -> None:
    async with Desk().program("user_42", size=(120, 40)) as operator:
        await to_review(operator, *CREDIT)
        await operator.press("y")
        await operator.is_told("Now: 85 GLD.  Z undoes · c copies for the ticket")
        await to_review(operator, "Z", "enter")
        await operator.press("y")
        await operator.is_told("Now: 80 GLD.  c copies for the ticket")


async def test_what_has_no_way_back_is_not_said_to_have_one() -> None:
    async with Desk().program("user_42", size=(160, 40)) as operator:
        await to_review(operator, "O", *"none", "enter", "enter")
        await operator.press("y")
        await operator.is_told("APPLIED: ")
        assert not any("undoes" in one for one in operator.said)


def test_the_keys_are_those_in_force_and_they_never_take_another_line() -> None:
    keys = Keys({"ticket-summary": ("f9",)})

    def said(width: int) -> str:
        return with_next_steps(SAID, keys, None, is_reverse=False, width=width).plain

    assert said(80) == "APPLIED.  f9 copies for the ticket"
    assert said(24) == "APPLIED.  f9 copies"
    assert said(20) == "APPLIED."
