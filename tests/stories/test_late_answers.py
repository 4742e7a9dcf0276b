"""Answers that come late: never another customer's, never an older load over a newer one."""

from __future__ import annotations

from typing import Any

from rctui.api.page import Page
from rctui.customers.reads import ListSection
from rctui.customers.sections import Section
from rctui.demo.effects import answer_held, held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.tui.screens.base import Arrived
from rctui.worker.answers import Answer
from tests.stories.program import hurried_demo, program


def id_of(row: Any) -> str:
    return str(row.id)


async def test_of_two_customers_opened_quickly_only_the_second_is_ever_shown() -> None:
    faults, first, second = Faults(), Hold(), Hold()
    faults.add(answer_held(first), path="/customers/user_42", times=None)
    faults.add(answer_held(second), path="/customers/coins_missing", times=None)
    async with program(hurried_demo(faults), size=(120, 40)) as operator:
        await operator.sees("user_42")
        await operator.press("down", "enter")
        await operator.sees("Access: loading…")
        await first.reached()
        await operator.press("q")
        await operator.press(*["j"] * 5)
        await operator.press("f")
        await operator.paste("coins_missing")
        await operator.press("enter")
        await second.reached()
        second.release()
        shown = await operator.sees("No access: 2 purchases")
        first.release()
        await operator.settles()
        for number in "123456789":
            await operator.press(number)
            shown = await operator.settles()
            assert "coins_missing" in shown
            assert "Ann Lee" not in shown
            assert "user_42" not in shown
            assert "legacy" not in shown


async def test_minus_while_loading_shows_no_mixture() -> None:
    faults, hold = Faults(), Hold()
    async with program(hurried_demo(faults), text="coins_missing") as operator:
        await operator.sees("No access: 2 purchases")
        faults.add(held(hold), operation="list_subscriptions", path="user_42", times=None)
        faults.add(held(hold), operation="list_purchases", path="user_42", times=None)
        await operator.finds("user_42")
        await operator.sees("Has access: pro until", "Ann Lee")
        await hold.reached()
        await operator.press("minus")
        await operator.sees("No access: 2 purchases")
        hold.release()
        await operator.press("2")
        shown = await operator.settles()
        assert "No subscription" in shown or "none" in shown.lower()
        assert "Pro monthly" not in shown


async def test_before_everything_is_in_the_verdict_gives_no_reason() -> None:
    faults, hold = Faults(), Hold()
    faults.add(held(hold), operation="list_purchases")
    async with program(hurried_demo(faults), text="user_42") as operator:
        await operator.sees("Has access: pro until")
        await hold.reached()
        assert "via" not in operator.verdict
        hold.release()
        await operator.sees("Has pro until", "via Play Store Pro monthly")


async def test_a_page_asked_for_before_a_reload_is_not_added_to_it() -> None:
    faults, older = Faults(), Hold()
    async with program(hurried_demo(faults), text="default_user") as operator:
        await operator.sees("Has course_")
        await operator.press("4")
        await operator.settles()
        faults.add(answer_held(older), operation="list_aliases")
        await operator.press("end")
        await older.reached()
        await operator.press("r")
        await operator.settles()
        older.release()
        await operator.settles()
        assert operator.state.startswith("100 loaded, more")
        rows = operator.customer.section.table.rows
        assert len(set(map(id_of, rows))) == len(rows) == 100


async def test_a_reload_pressed_twice_asks_once() -> None:
    faults, hold = Faults(), Hold()
    async with program(hurried_demo(faults), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("4")
        await operator.settles()
        asked = faults.add(answer_held(hold), operation="list_aliases", times=None)
        await operator.press("r")
        await hold.reached()
        await operator.press("r")
        hold.release()
        await operator.settles()
        assert asked.seen == 1
        assert "ann.lee@example.com" in operator.screen


async def test_an_answer_that_nobody_waits_for_any_more_is_dropped_by_the_screen() -> None:
    taken: list[Answer[object]] = []
    async with program(hurried_demo(Faults()), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        read = ListSection("user_42", Section.ALIASES)
        stale: Answer[object] = Answer(1, "demo", read, Page(()), None, 5)
        operator.customer.post_message(Arrived("aliases/both", stale, taken.append))
        await operator.press("4")
        await operator.settles()
        assert "ann.lee@example.com" in operator.screen
    assert taken == []
