"""Bulk on screen: a list, a plan, one review with a typed count, progress, pause, and the end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.demo import effects
from rctui.demo.hold import Hold
from tests.stories.many import ManyDesk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.program import Operator


async def planned(operator: Operator, path: Path, do: str = "credit GLD 50") -> None:
    """From anywhere to the plan of a list."""
    await operator.press("escape", "colon")
    await operator.sees("Commands")
    await operator.type("bulk")
    await operator.press("enter")
    await operator.sees("The same change for many customers")
    await operator.paste(str(path))
    await operator.press("enter")
    await operator.paste(do)
    await operator.press("enter")
    await operator.type("T-9")
    await operator.press("enter")


def listed(folder: Path, ids: list[str]) -> Path:
    path = folder / "ids.txt"
    path.write_text("\n".join(ids))
    return path


async def twelve_begun(desk: ManyDesk, operator: Operator, path: Path, hold: Hold) -> None:
    """Twelve rows of which the first four are on their way, held up by the server."""
    desk.faults.add(effects.held(hold), operation="create_currency_transaction", times=4)
    await planned(operator, path)
    await operator.sees("12 to send")
    await operator.press("S")
    await operator.sees("Type how many")
    await operator.type("12")
    await operator.press("enter", "y")
    await operator.sees("sending")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_from_a_list_to_balances(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = ManyDesk(state=tmp_path / "state")
    ids = desk.fresh(5)
    async with desk.program(size=size) as operator:
        await planned(operator, listed(tmp_path, [*ids, "nobody_at_all"]))
        await operator.sees("5 to send", "1 LEFT OUT", "S reviews and sends 5 rows")
        await operator.sees("LEFT OUT  - ", "There is no customer")
        assert desk.writes == []
        await operator.press("S")
        await operator.sees("credit 250 GLD in all", "Type how many rows are sent: 5")
        await operator.sees("1 row is left out, nobody_at_all: There is no")
        await operator.press("y")
        assert desk.writes == []
        await operator.press("backspace")
        await operator.type("5")
        await operator.press("enter")
        await operator.sees("y  Send 5 rows")
        await operator.press("y")
        await operator.sees("5 applied", "Nothing is left to send")
    assert [desk.balance(one) for one in ids] == [50] * 5
    [plan] = (tmp_path / "state" / "bulk").glob("*.plan.json")
    assert plan.stat().st_mode & 0o777 == 0o600
    assert len(json.loads(plan.read_text())["rows"]) == 6
    [result] = (tmp_path / "state" / "bulk").glob("*.result.csv")
    assert result.read_text().count('"applied"') == 5


async def test_what_is_wrong_with_a_list_is_said_before_anything_is_read(tmp_path: Path) -> None:
    desk = ManyDesk()
    async with desk.program() as operator:
        await planned(operator, tmp_path / "missing.csv")
        await operator.sees("There is no file")
        await operator.press("escape")
        await planned(operator, listed(tmp_path, ["a", "b"]), do="")
        await operator.sees("nothing says what to do")
        await operator.press("escape")
        await planned(operator, listed(tmp_path, ["a", "b"]), do="give everything")
        await operator.sees("is not known here")
    assert desk.writes == []


async def begun(operator: Operator) -> None:
    """From anywhere to the dialog of a bulk change."""
    await operator.press("escape", "colon")
    await operator.sees("Commands")
    await operator.type("bulk")
    await operator.press("enter")
    await operator.sees("The same change for many customers")


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
async def test_rows_are_pasted_in_the_place_of_a_file(line_end: str) -> None:
    desk = ManyDesk()
    ids = desk.fresh(4)
    async with desk.program() as operator:
        await begun(operator)
        await operator.paste(line_end.join([*ids, ids[0], ""]))
        await operator.sees("5 rows, ids alone. 1 row left out, row 5: Row 1 has this")
        await operator.press("enter")
        await operator.type("credit GLD 50")
        await operator.press("enter", "enter")
        await operator.sees("Plan for 5 pasted rows", "4 to send", "1 LEFT OUT")
        await operator.press("S")
        await operator.sees("Type how many rows are sent: 4")
        await operator.type("4")
        await operator.press("enter", "y")
        await operator.sees("4 applied")
    assert [desk.balance(one) for one in ids] == [50] * 4


async def test_pasted_csv_says_itself_what_to_do() -> None:
    desk = ManyDesk()
    [one, other] = desk.fresh(2)
    async with desk.program() as operator:
        await begun(operator)
        await operator.paste(f"customer_id,currency,amount\n{one},GLD,7\n{other},GLD,9,\n")
        await operator.sees("2 rows, CSV by currency. 1 row left out, row 2: The row has 4 cells")
        await operator.press("enter", "enter", "enter")
        await operator.sees("Plan for 2 pasted rows", "1 to send", "GLD: 0 → 7")
    assert desk.writes == []


async def test_what_is_wrong_with_a_pasted_list_is_said_below_it() -> None:
    desk = ManyDesk()
    async with desk.program() as operator:
        await begun(operator)
        await operator.press("enter", "enter", "enter")
        await operator.sees("Paste the rows, or name the file")
        await operator.press("up", "up")
        await operator.paste("customer_id,curency,amount\na,GLD,1\n")
        await operator.sees("unknown column 'curency'", "A list is ids alone")
        await operator.press("escape")
        await begun(operator)
        await operator.paste("user_42,kim_tablet")
        await operator.press("enter")
        await operator.type("credit GLD 1")
        await operator.press("enter", "enter")
        await operator.sees("There is no file", "Rows are pasted as")
    assert desk.writes == []


async def test_the_reason_why_a_row_is_left_out_is_read_whole_at_80_columns(tmp_path: Path) -> None:
    desk = ManyDesk()
    async with desk.program() as operator:
        await planned(
            operator, listed(tmp_path, [*desk.fresh(1), "nobody_by_a_name_as_long_as_this"])
        )
        shown = await operator.sees("1 LEFT OUT", "LEFT OUT  - ", "There is no")
        whole = "There is no customer with this id."
        assert whole not in shown
        await operator.press("down")
        await operator.sees(whole)
        await operator.press("up")
        await operator.sees_no_more(whole)


async def test_a_plan_that_was_not_sent_is_found_again_in_the_palette() -> None:
    desk = ManyDesk()
    ids = desk.fresh(3)
    async with desk.program(size=(120, 40)) as operator:
        await begun(operator)
        await operator.paste("\n".join(ids))
        await operator.press("enter")
        await operator.type("credit GLD 5")
        await operator.press("enter", "enter")
        await operator.sees("3 to send", "Kept until rctui ends")
        await operator.press("escape", "colon")
        await operator.type("resume plan")
        await operator.sees("Back to Plan for 3 pasted rows: 3 rows to send, nothing sent yet.")
        await operator.press("enter")
        await operator.sees("3 to send", "S reviews and sends 3 rows")
        # From a screen above it, the plan is gone back to and not put up twice.
        await operator.press("h")
        await operator.sees("| Journal")
        await operator.press("colon")
        await operator.type("resume plan")
        await operator.press("enter")
        await operator.sees("3 to send")
        await operator.press("escape")
        await operator.sees("| Find")
    assert desk.writes == []


async def test_a_run_is_paused_left_and_gone_on_with(tmp_path: Path) -> None:
    desk, hold = ManyDesk(), Hold()
    ids = desk.fresh(12)
    async with desk.program() as operator:
        await twelve_begun(desk, operator, listed(tmp_path, ids), hold)
        await operator.press("t")
        await operator.sees("PAUSED")
        await operator.press("escape")
        await operator.sees("| Find")
        hold.release()
        await operator.press("colon")
        await operator.sees("Commands")
        await operator.type("back to plan")
        await operator.press("enter")
        await operator.sees("PAUSED")
        await operator.press("t")
        await operator.sees("12 applied")
    assert [desk.balance(one) for one in ids] == [50] * 12
    assert len(desk.applied) == 12


async def test_a_run_that_was_stopped_sends_the_rest_later(tmp_path: Path) -> None:
    desk, hold = ManyDesk(), Hold()
    ids = desk.fresh(12)
    async with desk.program() as operator:
        await twelve_begun(desk, operator, listed(tmp_path, ids), hold)
        await operator.press("z")
        await operator.sees("STOPPING")
        hold.release()
        await operator.sees("S sends what is left")
        left = str(len(ids) - len(desk.applied))
        await operator.press("S")
        await operator.sees(f"Type how many rows are sent: {left}")
        await operator.type(left)
        await operator.press("enter", "y")
        await operator.sees("12 applied")
    assert [desk.balance(one) for one in ids] == [50] * 12
    assert len(desk.applied) == 12
