"""A list with nothing in it says why, and where to go on."""

from __future__ import annotations

from tests.stories.program import demo, program


async def test_an_empty_journal_says_where_changes_begin() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("h")
        await operator.sees("No changes yet. They begin on a customer (a lists them)")
        first, second, *_, last = operator.screen.splitlines()
        assert "Journal" in first
        assert "STATE" not in second
        assert "Check" not in last
        assert "Open" not in last
