"""`x`: what is on screen, or a whole customer, into a new file; and how that is stopped."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import failed, held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from tests.exports.csv_records import records
from tests.stories.program import demo, hurried_demo, program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.program import Operator

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where rctui is started; the user's own folder is elsewhere."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("HOME", str(tmp_path))
    return here


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


async def opens_the_dialog(operator: Operator) -> str:
    await operator.press("x")
    return await operator.sees("Export ·", "Where", "esc closes")


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_customer_goes_into_a_file(size: tuple[int, int], folder: Path) -> None:
    async with program(demo(customers=40), text="user_42", size=size) as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        dialog = await opens_the_dialog(operator)
        assert "[the whole customer]" in dialog
        assert "[json]" in dialog
        assert "~/here/customer-user_42.json" in dialog
        await operator.press("enter", "enter", "enter")
        await operator.sees("Wrote 28 rows (the whole customer) as JSON to", "enter or esc closes.")
        assert operator.said == [], "it is said once"
        await operator.press("enter")
        await operator.sees_no_more("Export ·")
    assert names_in(folder) == ["customer-user_42.json"]
    file = folder / "customer-user_42.json"
    assert file.stat().st_mode & 0o777 == 0o600
    data = json.loads(file.read_text())["data"]
    assert (data["missing"], len(data["sections"])) == ([], 7)


async def test_csv_is_a_folder_with_a_file_for_each_list(folder: Path) -> None:
    async with program(demo(customers=40), text="default_user") as operator:
        await operator.sees("default_user")
        await operator.settles()
        await opens_the_dialog(operator)
        await operator.press("enter", "right", "right")
        await operator.sees("a folder with one file", "~/here/customer-default_user")
        await operator.press("enter", "enter")
        await operator.sees("Wrote")
    lists = records(folder / "customer-default_user" / "lists.csv")
    assert [one["list"] for one in lists][:2] == ["entitlements", "subscriptions"]
    for one in lists:
        rows = records(folder / "customer-default_user" / one["file"])
        assert len(rows) == int(one["rows"])


@pytest.mark.parametrize("size", SIZES)
async def test_marked_rows_of_find_are_offered_first(size: tuple[int, int], folder: Path) -> None:
    async with program(demo(customers=150), size=size) as operator:
        await operator.sees("100 loaded")
        await operator.press("escape", "space", "space")
        await opens_the_dialog(operator)
        assert "[Customers: 2 marked]" in operator.screen
        await operator.press("enter", "enter", "enter")
        await operator.sees("Wrote 2 rows")
    data = json.loads((folder / "customers.json").read_text())["data"]
    assert [one["object"] for one in data["items"]] == ["customer"] * 2


async def test_all_pages_of_find_are_read(folder: Path) -> None:
    async with program(demo(customers=250)) as operator:
        await operator.sees("100 loaded")
        await operator.press("escape")
        await opens_the_dialog(operator)
        assert "[Customers: all pages]" in operator.screen
        await operator.press("enter", "right", "right", "enter", "enter")
        await operator.sees("Wrote")
    rows = records(folder / "customers.csv")
    assert len({one["id"] for one in rows}) == len(rows) >= 250


async def test_pinned_customers_above_the_list_are_not_written_twice(folder: Path) -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: ")
        await operator.press("escape", "asterisk")
        await operator.sees("pinned")
        await opens_the_dialog(operator)
        await operator.press("right", "right", "enter", "enter")
        await operator.sees("Wrote")
    ids = [one["id"] for one in records(folder / "customers.csv")]
    assert len(ids) == len(set(ids)) >= 40


async def test_only_the_open_tab_as_markdown(folder: Path) -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("2")
        await operator.settles()
        await opens_the_dialog(operator)
        await operator.press("right", "enter", "right", "enter", "enter")
        await operator.sees("Wrote 5 rows")
    told = (folder / "user_42-subscriptions.md").read_text()
    assert told.startswith("- **project** Skylark Demo\n- **customer** user\\_42\n")
    assert "## Subscriptions (5)" in told


async def test_a_file_that_is_there_is_never_replaced(folder: Path) -> None:
    (folder / "customer-user_42.json").write_text("mine")
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        assert "customer-user_42-2.json" in await opens_the_dialog(operator)
        await operator.press("enter", "enter", "end", "ctrl+u")
        await operator.type("~/here/customer-user_42.json")
        await operator.press("enter")
        await operator.sees("exists already. Nothing is ever overwritten")
    assert (folder / "customer-user_42.json").read_text() == "mine"


async def test_esc_stops_an_export_and_leaves_nothing_behind(folder: Path) -> None:
    faults, hold = Faults(), Hold()
    async with program(demo(faults=faults, customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        faults.add(held(hold), operation="list_invoices", times=None)
        await opens_the_dialog(operator)
        await operator.press("enter", "enter", "enter")
        await operator.sees("6 of 7 lists")
        await operator.press("escape")
        await operator.sees("Cancelled: no file was left behind.")
        hold.release()
        await operator.press("escape")
        await operator.sees_no_more("Export ·")
        await operator.press("2")
        await operator.sees("2[Subs]")
    assert names_in(folder) == []


async def test_what_the_key_may_not_read_is_said_in_the_dialog_and_in_the_file(
    folder: Path,
) -> None:
    opening = hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY)
    async with program(opening, text="user_42", size=(120, 40)) as operator:
        await operator.sees("user_42", "Has pro until")
        await operator.settles()
        await opens_the_dialog(operator)
        await operator.press("enter", "enter", "enter")
        await operator.sees("MISSING subscriptions not readable (needs")
    data = json.loads((folder / "customer-user_42.json").read_text())["data"]
    assert data["sections"]["subscriptions"]["state"] == "not-allowed"
    assert any("subscriptions:read" in one for one in data["missing"])


async def test_a_customer_that_cannot_be_read_again_makes_no_file(folder: Path) -> None:
    faults = Faults()
    async with program(hurried_demo(faults), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        faults.add(failed(403), operation="get_customer", times=None)
        await opens_the_dialog(operator)
        await operator.press("enter", "enter", "enter")
        await operator.sees("Nothing was written.")
    assert names_in(folder) == []


async def test_leaving_the_program_stops_an_export(folder: Path) -> None:
    faults, hold = Faults(), Hold()
    async with program(demo(faults=faults, customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        faults.add(held(hold), operation="list_aliases", times=None)
        await opens_the_dialog(operator)
        await operator.press("enter", "enter", "enter")
        await hold.reached()
    assert names_in(folder) == []


@pytest.mark.parametrize(("key", "stem"), [("b", "blocked"), ("exclamation_mark", "activity")])
async def test_every_list_can_be_exported(key: str, stem: str, folder: Path) -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: ")
        await operator.press("escape", key)
        await operator.settles()
        await opens_the_dialog(operator)
        await operator.press("right", "right", "enter", "enter")
        await operator.sees("Wrote")
    [name] = names_in(folder)
    assert name == f"{stem}.csv"
    assert records(folder / name)


async def test_a_disk_without_rights_is_told_and_the_dialog_stays(folder: Path) -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        await opens_the_dialog(operator)
        await operator.press("enter", "enter", "end", "ctrl+u")
        await operator.type(f"{os.devnull}/inside.json")
        await operator.press("enter")
        await operator.sees("part of the path is not a directory")
        assert "Export ·" in operator.screen
    assert names_in(folder) == []


async def test_a_pdf_on_its_way_is_said_below_the_list_and_can_be_stopped(folder: Path) -> None:
    faults, hold = Faults(), Hold()
    faults.add(held(hold), path="/file")
    async with program(demo(faults=faults, customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("6")
        await operator.settles()
        await operator.press("d")
        await hold.reached()
        await operator.sees("fetching the PDF of", "esc cancels")
        await operator.press("escape")
        await operator.is_told("was not saved")
        await operator.sees_no_more("fetching the PDF")
        assert operator.is_on("user_42")
        hold.release()
    assert names_in(folder) == []
