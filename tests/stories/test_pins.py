"""Pinned and recent customers: at the top of Find, by id alone on disk, switchable off."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rctui.config.remembered import RememberedCustomers
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_pinned_and_recent_customers_are_listed_first_and_survive(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "state" / "customers.json"
    opening = replace(demo(customers=40), remembered=RememberedCustomers(file))
    async with program(opening, size=size) as operator:
        await operator.sees("user_42")
        await operator.finds_customer("kim_tablet", "kim_tablet")
        await operator.finds_customer("goodwill_month", "goodwill_month")
        await operator.press("asterisk")
        await operator.is_told("Pinned in Find: goodwill_month")
        await operator.press("q")
        await operator.sees("goodwill_month", "pinned", "kim_tablet", "recent")
    again = replace(demo(customers=40), remembered=RememberedCustomers(file))
    async with program(again, size=size) as operator:
        shown = await operator.sees("user_42", "pinned", "recent")
        rows = [line.removeprefix("> ").split()[:2] for line in shown.splitlines()]
        first = rows.index(["goodwill_month", "pinned"])
        assert rows[first + 1] == ["kim_tablet", "recent"]
        await operator.press("escape", "g", "asterisk")
        await operator.is_told("No longer pinned in Find: goodwill_month")
        shown = await operator.sees_no_more("pinned  ")
        await operator.press("enter")
        await operator.sees("Sam Rivera")
    kept = json.loads(file.read_bytes())
    assert kept["projects"]["demo"] == {"pinned": [], "recent": ["goodwill_month", "kim_tablet"]}
    assert "park" not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600


async def test_recent_customers_are_not_kept_where_that_is_switched_off(tmp_path: Path) -> None:
    file = tmp_path / "customers.json"
    remembered = RememberedCustomers(file, keep_recent=False)
    async with program(replace(demo(customers=40), remembered=remembered)) as operator:
        await operator.sees("user_42")
        await operator.finds_customer("goodwill_month", "goodwill_month")
        await operator.press("q")
        await operator.sees("APP USER ID")
        assert "recent" not in operator.screen
    assert not file.exists()


async def test_a_file_that_can_not_be_written_is_said_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    remembered = RememberedCustomers(tmp_path / "state" / "customers.json")
    async with program(replace(demo(customers=40), remembered=remembered)) as operator:
        await operator.sees("user_42")
        await operator.finds_customer("goodwill_month", "goodwill_month")
        assert "Has pro until" in operator.verdict
        assert operator.said
