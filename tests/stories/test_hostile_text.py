"""A customer whose texts are attacks: shown on every screen, harming none, copied exactly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseMove

from rctui.demo.dataset.odd_names import HOSTILE_ATTRIBUTES, HOSTILE_ID, ODD_IDS
from rctui.demo.effects import failed, refused
from rctui.demo.faults import Faults
from rctui.demo.problems import refused as refusal_in_words
from tests.stories.program import demo, hurried_demo, program

if TYPE_CHECKING:
    from tests.stories.program import Operator

ATTACK = "[/nope] [@click=app.quit]press me[/] \x1b]52;c;cm0=\x07\u202e"


def assert_harmless(operator: Operator) -> None:
    """Nothing drawn can be clicked, and nothing but printable text goes to the terminal."""
    for strip in operator.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.text.isprintable() or not segment.text, repr(segment.text)
            assert not {"\u202e", "\u200b", "\u2066"} & set(segment.text)
            meta = segment.style.meta if segment.style is not None else {}
            assert "@click" not in meta, segment


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_of_a_hostile_customer_is_harmless(size: tuple[int, int]) -> None:
    async with program(demo(customers=40), text=HOSTILE_ID, size=size) as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        for number in range(1, 10):
            await operator.press(str(number))
            await operator.settles()
            assert_harmless(operator)
            for key in ("enter", "escape", "v", "escape", "y", "escape"):
                await operator.press(key)
                assert_harmless(operator)
        keys = "up enter escape question_mark escape a escape exclamation_mark escape o escape q"
        for key in keys.split():
            await operator.press(key)
            assert_harmless(operator)


async def test_every_attribute_of_it_is_copied_exactly() -> None:
    async with program(demo(customers=40), text=HOSTILE_ID, size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.press("5")
        await operator.settles()
        copied: dict[str, str] = {}
        for _ in HOSTILE_ATTRIBUTES:
            await operator.press("y", "j")
            await operator.waits(lambda _: bool(operator.app.clipboard), "something copied")
            row = json.loads(operator.app.clipboard)
            copied[row["name"]] = row["value"]
            await operator.press("down")
        assert copied == HOSTILE_ATTRIBUTES
        assert_harmless(operator)


async def test_odd_ids_open_and_are_copied_exactly() -> None:
    async with program(demo(customers=60), size=(120, 40)) as operator:
        await operator.sees("user_42")
        for customer_id in ODD_IDS[1::2]:
            await operator.press("f", "escape")
            table = operator.app.screen.table  # type: ignore[attr-defined]
            places = [n for n, row in enumerate(table.rows) if row.customer_id == customer_id]
            table.cursor = places[-1]
            await operator.press("enter")
            await operator.settles()
            assert operator.is_on(customer_id), customer_id
            assert "as of" in operator.screen
            await operator.press("y", "y")
            await operator.is_told("OSC 52")
            assert operator.app.clipboard == customer_id
            assert_harmless(operator)


async def test_the_words_of_a_server_are_harmless_in_panes_notices_and_tooltips() -> None:
    faults = Faults()
    faults.add(refused(refusal_in_words(ATTACK)), operation="list_purchases", times=None)
    faults.add(refused(refusal_in_words(ATTACK)), path="/file", times=None)
    async with program(hurried_demo(faults), text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until", "Purchases!")
        await operator.press("3")
        await operator.sees("Failed:", "[/nope]")
        assert_harmless(operator)
        await operator.press("6", "d")
        await operator.is_told("[/nope]")
        assert_harmless(operator)
        for y in range(40):
            operator.app.post_message(
                MouseMove(None, 5, y, 0, 0, 0, False, False, False, screen_x=5, screen_y=y)
            )
        await operator.settles()
        assert_harmless(operator)
        await operator.press("exclamation_mark")
        assert_harmless(operator)


async def test_a_search_for_hostile_text_is_answered_in_safe_words() -> None:
    faults = Faults()
    faults.add(failed(404), operation="get_customer", times=None)
    async with program(hurried_demo(faults), size=(120, 40)) as operator:
        await operator.sees("user_42")
        for text in ("[@click=app.quit]me[/]", "user[/]x", "a\x1b[2Jb", "\u202etxt.exe"):
            await operator.finds(text)
            await operator.sees("Not found.")
            assert_harmless(operator)
