"""`rctui show --plain` says all that the screens say: every cell, field, count and sentence."""

from __future__ import annotations

import asyncio
import re
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from rctui.customers.sections import Section
from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.headless.showing import ShowForm, show
from rctui.tui.screens.text import TextScreen
from tests.stories.program import Operator, demo, hurried_demo, program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.wiring.opening import Opening

WIDE = (200, 60)
"""As wide as columns get: nothing that fits is left out of a row."""


def plain(opening: Opening, customer_id: str, section: str = "") -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        show(opening, customer_id, ShowForm(section=section))
    return printed.getvalue()


def squeezed(text: str) -> str:
    """Without what only lays it out."""
    return re.sub(r"\s+", "", text)


def cells(line: str) -> Iterator[str]:
    """What stands in one row of the list in the middle, each cell by itself."""
    middle = line.split("│")[1] if "│" in line else line
    for cell in re.split(r"\s{2,}", middle.removeprefix("> ").strip()):
        # Above the columns it says how they are sorted, below an empty list which keys lead on.
        words = re.sub(r" ?[↓↑]| · sorted by.*", "", cell.rstrip("…").strip())
        yield words.split(". ")[0] if words.startswith("No ") else words


async def everything_below_the_tabs(operator: Operator) -> list[tuple[str, str]]:
    """Every cell of every tab, with the tab's name."""
    found: list[tuple[str, str]] = []
    for tab in "123456789":
        await operator.press(tab)
        lines = (await operator.settles()).splitlines()
        begin = next(at for at, line in enumerate(lines) if line.startswith(" 1")) + 1
        end = next(at for at, line in enumerate(lines) if line.startswith("────"))
        name = operator.customer.tab.title.plain
        shown = [cell for line in lines[begin:end] for cell in cells(line)]
        found += [(name, cell) for cell in shown if cell not in ("FIELD", "VALUE", "")]
    return found


@pytest.mark.parametrize(
    "customer_id",
    [
        "user_42",
        "card_failing_in_retry",
        "alias_soup",
        "tester_in_sandbox",
        "paid_no_entitlement",
        "every_status",
        "every_store",
        "nulls_everywhere",
        "kim_phone",
    ],
)
async def test_every_cell_of_every_tab_is_in_it(customer_id: str) -> None:
    opening = demo()
    told = squeezed(await asyncio.to_thread(plain, opening, customer_id))
    async with program(opening, text=customer_id, size=WIDE) as operator:
        await operator.waits(lambda _: operator.is_on(customer_id), customer_id)
        await operator.settles()
        shown = await everything_below_the_tabs(operator)
        who = operator.screen.splitlines()[1]
        verdict = operator.verdict
    assert len(shown) > 40
    assert [cell for cell in shown if squeezed(cell[1]) not in told] == []
    assert [part for part in re.split(r"\s{2,}", who.strip()) if squeezed(part) not in told] == []
    assert squeezed(verdict) in told


@pytest.mark.parametrize("section", [one for one in Section if one is not Section.CURRENCIES])
async def test_every_field_of_a_row_is_in_its_section(section: Section) -> None:
    opening = demo()
    told = squeezed(await asyncio.to_thread(plain, opening, "user_42", section.value))
    async with program(opening, text="user_42", size=WIDE) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        await operator.press(str([*Section].index(section) + 1))
        await operator.settles()
        await operator.press("enter")
        await operator.waits(lambda _: isinstance(operator.app.screen, TextScreen), "the row")
        lines = (await operator.settles()).splitlines()[1:-1]
    values = [re.split(r"\s{2,}", line.strip(), maxsplit=1)[-1] for line in lines]
    values = [value for value in values if value]
    assert len(values) > 1
    assert [value for value in values if squeezed(value) not in told] == []


async def test_why_with_its_evidence_is_in_it() -> None:
    opening = demo()
    told = squeezed(await asyncio.to_thread(plain, opening, "card_failing_in_retry"))
    async with program(opening, text="card_failing_in_retry", size=WIDE) as operator:
        await operator.waits(lambda _: operator.is_on("card_failing_in_retry"), "the customer")
        await operator.settles()
        await operator.press("colon", *"why", "enter")
        await operator.waits(lambda _: isinstance(operator.app.screen, TextScreen), "the evidence")
        lines = [line.strip() for line in (await operator.settles()).splitlines()[1:-1]]
    values = [re.split(r"\s{2,}", line, maxsplit=1)[-1] for line in lines if line]
    assert len(values) >= 4
    assert [value for value in values if squeezed(value) not in told] == []


async def test_what_a_key_may_not_read_is_said_in_both() -> None:
    opening = hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY)
    told = await asyncio.to_thread(plain, opening, "user_42")
    async with program(opening, text="user_42", size=WIDE) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        for tab, needed in (("2", "subscriptions"), ("3", "purchases"), ("6", "invoices")):
            await operator.press(tab)
            permission = f"customer_information:{needed}:read"
            await operator.sees(permission)
            assert permission in told
