"""A wide screen: customers beside the list, what happened below it; a narrower one has neither."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rctui.config.remembered import RememberedCustomers
from rctui.demo.effects import held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.tui.widgets.activity_strip import ActivityStrip
from rctui.tui.widgets.customer_column import CustomerColumn
from rctui.tui.widgets.record_table import RecordTable
from tests.stories.program import demo, hurried_demo, program
from tests.stories.writes.desk import Desk, run
from tests.stories.writes.every_write import EVERY_WRITE

if TYPE_CHECKING:
    from tests.stories.program import Operator

WIDE = (200, 60)
TITLE = "PINNED AND RECENT"
GRANT = next(write for write in EVERY_WRITE if write.name == "grant")


def column(operator: Operator) -> list[str]:
    """The column's lines below its title, as far as they say something."""
    lines = [line[:24].rstrip() for line in operator.screen.splitlines()]
    [title] = [place for place, line in enumerate(lines) if TITLE in line]
    under = operator.app.screen.query_one(CustomerColumn).size.height - 1
    return [line for line in lines[title + 1 : title + 1 + under] if line]


def newest_request(screen: str) -> str:
    """The path in the first row of the strip."""
    lines = screen.splitlines()
    [titles] = [place for place, line in enumerate(lines) if "METHOD" in line] or [-2]
    return lines[titles + 1].split("│")[0].split()[-1]


async def opens(operator: Operator, *customers: str) -> None:
    """Find some customers, one after the other."""
    for customer in customers:
        await operator.finds_customer(customer, customer)


# The column


async def test_the_column_has_who_was_opened_the_newest_first_and_pins_above() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await operator.sees(TITLE, "Customers that you")
        await opens(operator, "kim_tablet", "user_42", "goodwill_month")
        await operator.sees(TITLE, "> goodwill_month")
        assert [line[:12].strip() for line in column(operator)] == [
            "> goodwill_m",
            "user_42 An",
            "kim_tablet",
        ]
        await operator.press("asterisk")
        await operator.sees(">*goodwill_month")
        await operator.press("minus")
        await operator.sees(" *goodwill_month", "> user_42 Ann Lee")


async def test_tab_and_enter_open_a_customer_of_the_column() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await opens(operator, "kim_tablet", "user_42")
        await operator.sees("> user_42", "tab Customers")
        await operator.press("tab")
        shown = await operator.sees(f"[{TITLE}]", "esc To the list")
        assert "G Grant" not in shown
        await operator.press("j")
        await operator.sees("> kim_tablet")
        assert operator.is_on("user_42")
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on("kim_tablet"), "the other customer")
        await operator.sees("> kim_tablet", "G Grant")
        assert isinstance(operator.app.focused, RecordTable)


@pytest.mark.parametrize("key", ["tab", "shift+tab", "escape", "right"])
async def test_several_keys_lead_back_to_the_list(key: str) -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await opens(operator, "user_42")
        await operator.sees("> user_42")
        await operator.press("tab")
        await operator.sees(f"[{TITLE}]")
        await operator.press(key)
        await operator.sees_no_more(f"[{TITLE}]")
        assert isinstance(operator.app.focused, RecordTable)
        assert operator.is_on("user_42")


async def test_keys_of_everywhere_work_in_the_column_too() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await opens(operator, "kim_tablet", "user_42")
        await operator.sees("> user_42")
        await operator.press("tab")
        await operator.sees(f"[{TITLE}]")
        await operator.press("minus")
        await operator.waits(lambda _: operator.is_on("kim_tablet"), "the customer before")
        await operator.settles()
        await operator.press("tab", "f")
        await operator.sees("Type or paste")


async def test_from_the_column_of_find_a_customer_is_previewed_pinned_copied_and_opened() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await opens(operator, "kim_tablet", "user_42")
        await operator.press("q")
        await operator.sees("customers: ")
        await operator.press("down", "tab", "j")
        await operator.sees(f"[{TITLE}]", "> kim_tablet", "kim.park@example.com,")
        await operator.press("asterisk")
        await operator.sees(">*kim_tablet")
        assert [line[:11].strip() for line in column(operator)] == [">*kim_table", "user_42 A"]
        await operator.press("y")
        await operator.sees("Copy what?", "kim_tablet")
        await operator.press("escape", "enter")
        await operator.waits(lambda _: operator.is_on("kim_tablet"), "the customer")


async def test_no_key_changes_the_customer_on_screen_while_another_is_under_the_cursor() -> None:
    desk = Desk()
    async with desk.program("user_42", size=WIDE) as operator:
        await operator.sees("> user_42")
        await operator.press("tab", "G")
        await operator.is_told("Grant works from the list: esc first.")
        assert operator.is_on("user_42")
        await operator.press("escape", "G")
        await operator.sees("Grant", "esc cancels")


async def test_the_palette_leads_to_the_column_and_says_where_there_is_none() -> None:
    async with program(demo(customers=40), text="user_42", size=WIDE) as operator:
        await operator.sees("> user_42")
        await operator.press("colon")
        await operator.type("pinned and recent")
        await operator.press("enter")
        await operator.sees(f"[{TITLE}]")
        await operator.resize(80, 24)
        await operator.press("colon")
        await operator.type("pinned and recent")
        await operator.sees("needs 160 columns (now 80)")


async def test_find_lists_pinned_and_recent_customers_once_at_every_width() -> None:
    file_less = RememberedCustomers()
    opening = replace(demo(customers=150), remembered=file_less)
    async with program(opening, size=WIDE) as operator:
        await operator.sees("100 loaded")
        await opens(operator, "user_42")
        await operator.press("q")
        await operator.sees(f"  {TITLE}", "loaded")
        assert " recent " not in operator.screen
        await operator.resize(120, 40)
        shown = await operator.sees(" recent ", "KNOWN AS")
        assert TITLE not in shown
        await operator.resize(160, 45)
        await operator.sees(TITLE)
        await operator.sees_no_more(" recent ")


# The strip


async def test_screens_that_are_closed_do_not_listen_to_requests_any_more() -> None:
    opening = demo(customers=40)
    async with program(opening, size=WIDE) as operator:
        await operator.sees("METHOD", "customers: ")
        await opens(operator, "kim_tablet", "user_42", "goodwill_month")
        await operator.sees("> goodwill_month", "METHOD")
        await operator.press("q")
        await operator.sees("customers: ", "METHOD")
        assert len(opening.activity._listeners) == 1


async def test_the_strip_shows_requests_as_they_end_and_writes_with_their_outcome() -> None:
    desk = Desk()
    async with desk.program("user_42", size=WIDE) as operator:
        await operator.sees("METHOD", "customers/user_42/subscriptions", "Nothing has been written")
        await run(operator, GRANT)
        shown = await operator.sees("applied")
        [written] = [line for line in shown.splitlines() if "applied" in line]
        assert "Grant pro to user_42" in written.split("│")[-1]
        assert desk.states == ["applied"]


async def test_a_refused_request_is_in_the_strip_with_its_status() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await operator.sees("METHOD")
        await operator.finds("nobody_at_all")
        shown = await operator.sees("Not found.", "customers/nobody_at_all")
        assert any(" 404 " in line for line in shown.splitlines() if "nobody_at_all" in line)


async def test_what_ended_behind_another_screen_is_in_the_strip_afterwards() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await operator.sees("METHOD", "GET")
        await opens(operator, "kim_tablet")
        await operator.waits(lambda text: "/" in newest_request(text), "a part of the customer")
        await operator.press("4", "r")
        await operator.waits(lambda text: "/aliases" in newest_request(text), "the reload")
        await operator.press("q")
        await operator.sees("APP USER ID")
        assert "/aliases" in newest_request(operator.screen)


# Narrower


@pytest.mark.parametrize(
    ("size", "has_column", "has_strip"),
    [
        ((80, 24), False, False),
        ((120, 40), False, False),
        ((159, 60), False, False),
        ((160, 49), True, False),
        ((160, 50), True, True),
        ((300, 80), True, True),
    ],
)
async def test_both_come_and_go_with_the_size(
    size: tuple[int, int], has_column: bool, has_strip: bool
) -> None:
    async with program(demo(customers=40), text="user_42", size=size) as operator:
        await operator.sees("Play Store Pro monthly")
        shown = await operator.settles()
        assert (TITLE in shown, "METHOD" in shown) == (has_column, has_strip)
        assert bool(operator.app.screen.query(CustomerColumn)) is has_column
        assert bool(operator.app.screen.query(ActivityStrip)) is has_strip
        assert "? Help" in shown.splitlines()[-1]
        await operator.resize(*WIDE)
        await operator.sees(TITLE, "METHOD", "Play Store Pro monthly")
        await operator.resize(60, 16)
        await operator.sees_no_more(TITLE)
        await operator.sees("legacy")
        assert "METHOD" not in operator.screen


async def test_the_list_has_the_focus_where_the_column_goes() -> None:
    async with program(demo(customers=40), text="user_42", size=WIDE) as operator:
        await operator.sees("> user_42")
        await operator.press("tab")
        await operator.sees(f"[{TITLE}]")
        await operator.resize(80, 24)
        await operator.waits(lambda _: isinstance(operator.app.focused, RecordTable), "the list")
        await operator.press("j", "enter")
        await operator.sees("Entitlements", "legacy")


SIZES = st.sampled_from([(60, 16), (80, 24), (120, 40), (160, 45), (160, 50), WIDE])
KEYS = st.sampled_from(["tab", "shift+tab", "j", "2", "r", "escape"])


@given(steps=st.lists(st.one_of(SIZES, KEYS), min_size=6, max_size=14), ends=SIZES)
@settings(max_examples=6, deadline=None, derandomize=True)
async def test_any_sizes_while_things_load_lose_neither_the_focus_nor_a_row(
    steps: list[tuple[int, int] | str], ends: tuple[int, int]
) -> None:
    faults, hold = Faults(), Hold()
    faults.add(held(hold), operation="list_subscriptions", times=None)
    async with program(hurried_demo(faults), text="user_42", size=WIDE) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")
        for step in steps:
            if isinstance(step, str):
                await operator.press(step)
            else:
                await operator.resize(*step)
        hold.release()
        await operator.resize(*ends)
        await operator.waits(lambda _: operator.is_on("user_42") or "Find" in operator.screen, "it")
        shown = await operator.settles()
        focused = operator.app.focused
        assert focused is not None
        assert focused.display
        assert operator.app.screen.query_one(RecordTable).loaded >= 3
        assert (TITLE in shown) is (ends[0] >= 160)
        assert ("METHOD" in shown) is (ends[0] >= 160 and ends[1] >= 50)
