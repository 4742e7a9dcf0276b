"""The project's customers, gone through row by row: what is loaded meanwhile."""

from __future__ import annotations

from rctui.demo.effects import held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from tests.stories.program import hurried_demo, program


async def test_only_who_waits_for_the_next_page_is_told_that_it_loads() -> None:
    faults, hold = Faults(), Hold()
    async with program(hurried_demo(faults, customers=300), size=(120, 40)) as operator:
        await operator.sees("customers: 100 loaded, more")
        faults.add(held(hold), operation="list_customers")
        await operator.press("down", "pagedown", "pagedown")
        await hold.reached()
        shown = await operator.sees("customers: 100 loaded, more")
        assert "loading" not in shown
        await operator.press("end")
        await operator.sees("customers: 100 loaded, more · loading…")
        hold.release()
        shown = await operator.sees("customers: 200 loaded, more")
        assert "loading" not in shown
