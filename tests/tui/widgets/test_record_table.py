from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App

from rctui.api.page import Unreadable
from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label, safe
from rctui.tui.widgets.record_table import RecordTable
from tests.tui.widgets.shown import widget_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

WORDS: Table[str] = Table(
    "words",
    (Column("word", label("WORD"), 12, lambda word: Cell(safe(word)), grows=True),),
    key=lambda word: word,
)


class Bench(App[None]):
    def __init__(self, rows: Sequence[str | Unreadable], *, more: bool = False) -> None:
        super().__init__()
        self.rows = rows
        self.more = more
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield RecordTable(WORDS)

    @property
    def table(self) -> RecordTable[str]:
        return self.query_one(RecordTable)

    def on_mount(self) -> None:
        self.table.show(self.rows, more=self.more)
        self.table.focus()

    def on_record_table_opened(self, message: RecordTable.Opened) -> None:
        self.said.append(message.record)

    def on_record_table_end_reached(self) -> None:
        self.said.append("end")


def numbered(count: int, start: int = 0) -> list[str]:
    return [f"row {number}" for number in range(start, start + count)]


async def test_the_heading_stays_and_rows_scroll_below_it() -> None:
    app = Bench(numbered(50))
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("pagedown", "j")
        lines = widget_lines(app.table)
        assert lines[0] == "  WORD"
        assert lines[-1] == "> row 6"
        assert app.table.cursor_record == "row 6"


async def test_the_cursor_moves_by_every_declared_key() -> None:
    app = Bench(numbered(50))
    moves = {"j": 1, "down": 2, "k": 1, "up": 0, "pagedown": 10, "ctrl+u": 5, "ctrl+d": 10}
    moves |= {"end": 49, "pageup": 39, "g": 0, "home": 0}
    async with app.run_test(size=(30, 11)) as pilot:
        for key, place in moves.items():
            await pilot.press(key)
            assert app.table.cursor == place, key


async def test_the_cursor_stays_on_its_record_when_rows_come_and_go() -> None:
    app = Bench(numbered(20))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("end")
        app.table.show(["new", *numbered(20)])
        await pilot.pause()
        assert app.table.cursor_record == "row 19"
        assert widget_lines(app.table)[-1] == "> row 19"


async def test_the_cursor_stays_near_when_its_record_is_gone() -> None:
    app = Bench(numbered(20))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("end")
        app.table.show(numbered(3))
        await pilot.pause()
        assert app.table.cursor_record == "row 2"
        assert widget_lines(app.table)[1:4] == ["  row 0", "  row 1", "> row 2"]


async def test_a_page_before_the_end_more_is_asked_for_where_there_is_more() -> None:
    for more, said in ((True, ["end"]), (False, [])):
        app = Bench(numbered(20), more=more)
        async with app.run_test(size=(30, 8)) as pilot:
            app.table.move(20 - app.table.page - 1)
            await pilot.pause()
            assert app.said == []
            await pilot.press("j")
            assert app.said == said


async def test_only_the_last_of_filtered_rows_asks_for_more() -> None:
    app = Bench(numbered(20), more=True)
    async with app.run_test(size=(30, 8)) as pilot:
        app.table.filter("1")
        await pilot.press(*"jj")
        assert app.said == []
        await pilot.press("end")
        assert app.said == ["end"]


async def test_enter_opens_the_record_and_nothing_on_an_empty_list() -> None:
    app = Bench(numbered(3))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("j", "enter")
        assert app.said == ["row 1"]
        app.table.show([])
        await pilot.press("enter")
        assert app.said == ["row 1"]


async def test_a_click_moves_the_cursor_and_the_second_opens() -> None:
    app = Bench(numbered(3))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.click(RecordTable, offset=(3, 2))
        assert (app.table.cursor, app.said) == (1, [])
        await pilot.click(RecordTable, offset=(3, 2), times=2)
        assert app.said == ["row 1"]
        await pilot.click(RecordTable, offset=(3, 0))
        await pilot.click(RecordTable, offset=(3, 7))
        assert app.table.cursor == 1


async def test_an_unreadable_row_is_a_row() -> None:
    app = Bench(["good", Unreadable("no id", {"id": None})])
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.press("j")
        assert widget_lines(app.table)[1:3] == ["  good", "> unreadable: no id"]
        assert app.table.cursor_record is None


async def test_hostile_text_is_drawn_as_pictures_and_is_not_clickable() -> None:
    app = Bench(["\x1b[31m[@click=app.quit]x[/]"])
    async with app.run_test(size=(60, 5)) as pilot:
        await pilot.press("j")
        assert widget_lines(app.table)[1] == "> ␛[31m[@click=app.quit]x[/]"
        strip = app.table.render_line(1)
        assert not any(segment.style and segment.style.meta for segment in strip)


async def test_rows_that_nobody_looks_at_are_not_drawn() -> None:
    drawn: list[str] = []

    def cell(word: str) -> Cell:
        drawn.append(word)
        return Cell(safe(word))

    app = Bench(numbered(100_000))
    table = Table("words", (Column("word", label("WORD"), 12, cell),), key=str)
    async with app.run_test(size=(30, 10)) as pilot:
        app.table.use(table)
        await pilot.press("j", "j")
        assert 0 < len(set(drawn)) <= 12


async def test_a_filter_keeps_the_rows_that_hold_every_word_and_the_cursor_its_record() -> None:
    app = Bench(["red apple", "green apple", "red pear", Unreadable("no id", {})])
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("j", "j")
        app.table.filter("RED")
        assert list(app.table.rows)[:2] == ["red apple", "red pear"]
        assert app.table.cursor_record == "red pear"
        app.table.filter("red pp")
        assert app.table.rows[0] == "red apple"
        assert (len(app.table.rows), app.table.loaded) == (2, 4)
        app.table.show(["red plum", "red apple"])
        assert list(app.table.rows) == ["red apple"]
        app.table.filter("")
        assert list(app.table.rows) == ["red plum", "red apple"]


class Drawn:
    """A table that notes which words were drawn."""

    def __init__(self) -> None:
        self.words: list[str] = []
        column = Column("word", label("WORD"), 12, self._cell)
        self.table: Table[str] = Table("noted", (column,), key=lambda word: word)

    def _cell(self, word: str) -> Cell:
        self.words.append(word)
        return Cell(safe(word))

    def take(self) -> list[str]:
        taken, self.words = self.words, []
        return taken


async def test_only_rows_that_were_not_seen_before_are_drawn() -> None:
    app, drawn = Bench(numbered(50)), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.press("pagedown")
        drawn.take()
        await pilot.press("j")
        assert sorted(drawn.take()) == ["row 5", "row 6"]
        app.table.refresh()
        await pilot.pause()
        assert sorted(drawn.take()) == ["row 2", "row 3", "row 4", "row 5", "row 6"]


async def test_rows_that_come_below_are_there_and_nothing_is_painted_for_them() -> None:
    rows = numbered(20)
    app, drawn = Bench(rows), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.pause()
        drawn.take()
        app.table.show([*rows, *numbered(20, 20)])
        await pilot.pause()
        assert drawn.take() == []
        await pilot.press("end")
        assert widget_lines(app.table)[-1] == "> row 39"


async def test_a_row_that_comes_where_nothing_was_is_painted() -> None:
    rows = numbered(2)
    app, drawn = Bench(rows), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.pause()
        drawn.take()
        app.table.show([*rows, "row 2"])
        await pilot.pause()
        assert "row 2" in drawn.take()
        assert widget_lines(app.table)[1:] == ["> row 0", "  row 1", "  row 2", "", ""]


async def test_another_record_at_the_same_place_is_painted() -> None:
    rows = numbered(20)
    app, drawn = Bench(rows), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.pause()
        drawn.take()
        app.table.show([*rows[:2], "other", *rows[3:]])
        await pilot.pause()
        assert "other" in drawn.take()
        assert widget_lines(app.table)[3] == "  other"


async def test_a_record_that_was_put_in_place_of_another_is_painted_alone() -> None:
    rows = numbered(20)
    app, drawn = Bench(rows), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.pause()
        drawn.take()
        rows[2] = "other"
        app.table.show_anew([2])
        await pilot.pause()
        assert set(drawn.take()) == {"other"}


async def test_a_row_that_goes_leaves_its_line_blank() -> None:
    rows = numbered(3)
    app, drawn = Bench(rows), Drawn()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.use(drawn.table)
        await pilot.pause()
        drawn.take()
        app.table.show(rows[:2])
        await pilot.pause()
        assert drawn.take() != []
        assert widget_lines(app.table)[1:] == ["> row 0", "  row 1", "", "", ""]


def underlined(table: RecordTable[str], y: int) -> set[bool]:
    """Whether the cells of a line are underlined."""
    return {bool(one.style and one.style.underline) for one in table.render_line(y)}


async def test_a_line_is_drawn_below_the_rows_that_stay_on_top() -> None:
    app = Bench(["top 1", "top 2", "row 1", "row 2"])
    async with app.run_test(size=(30, 8)) as pilot:
        app.table.use(replace(WORDS, stays_on_top=lambda word: word.startswith("top")))
        app.table.show(app.rows)
        await pilot.pause()
        assert [underlined(app.table, y) for y in range(1, 5)] == [
            {False},
            {True},
            {False},
            {False},
        ]
        await pilot.press("down")
        assert underlined(app.table, 2) == {True}
