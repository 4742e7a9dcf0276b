from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.tui.widgets.filter_line import FilterLine
from tests.tui.widgets.shown import screen_lines
from tests.tui.widgets.test_record_table import Bench, numbered

if TYPE_CHECKING:
    from rctui.tui.widgets.record_table import RecordTable


async def test_a_table_may_tell_a_change_before_the_line_has_been_drawn() -> None:
    app = Bench(numbered(3))
    async with app.run_test() as pilot:
        line = FilterLine(cast("RecordTable[object]", app.table))
        line.show_count()
        await app.mount(line)
        await pilot.pause()
        assert "3 of 3 rows match" in "\n".join(screen_lines(app))
