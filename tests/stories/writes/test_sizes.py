"""Every dialog and every review shows all its lines, however small the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset.odd_names import HOSTILE_ID, ODD_IDS
from rctui.tui.widgets.line_pager import LinePager
from tests.stories.writes.desk import Desk, fill_in
from tests.stories.writes.every_write import EVERY_WRITE, Write

if TYPE_CHECKING:
    from tests.stories.program import Operator

ON_A_CUSTOMER = ("G", "C", "T", "D")
LONGEST = [write for write in EVERY_WRITE if write.challenge]
CASES = [
    *((write, (80, 24)) for write in EVERY_WRITE),
    *((write, size) for write in LONGEST for size in ((60, 16), (120, 40))),
]


async def read_all(operator: Operator) -> str:
    """Everything a review says, by going down to its end."""
    seen = operator.screen
    while "more line" in operator.screen:
        await operator.press("down")
        seen += "\n" + await operator.settles()
    return seen


@pytest.mark.parametrize(("write", "size"), CASES, ids=lambda one: getattr(one, "name", None))
async def test_every_line_of_a_review_can_be_read(write: Write, size: tuple[int, int]) -> None:
    desk = Desk()
    async with desk.program(write.customer, size=size) as operator:
        await fill_in(operator, write)
        pager = operator.app.screen.query_one(LinePager)
        lines = [line.plain.strip() for line, _ in pager._lines]
        seen = await read_all(operator)
        assert [line for line in lines if line not in seen] == []
        assert "esc" in operator.screen
    assert desk.writes == []


@pytest.mark.parametrize("customer_id", [HOSTILE_ID, *ODD_IDS], ids=ascii)
async def test_dialogs_about_odd_ids_open_and_close(customer_id: str) -> None:
    desk = Desk()
    async with desk.program(size=(80, 24)) as operator:
        operator.app.open_customer(customer_id, asked=customer_id)  # type: ignore[attr-defined]
        await operator.waits(lambda _: operator.is_on(customer_id), customer_id)
        await operator.settles()
        for key in ON_A_CUSTOMER:
            await operator.press(key)
            shown = await operator.sees("esc cancels")
            assert "\x1b" not in shown
            await operator.press("escape")
            assert operator.is_on(customer_id)
    assert desk.writes == []
