from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from rctui.customers.listed import ListedCustomer
from rctui.demo.dataset.odd_names import HOSTILE_ID, ODD_IDS
from rctui.tui.widgets.customer_column import CustomerColumn
from tests.tui.widgets.shown import widget_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

WIDTH = 24
ODD = (HOSTILE_ID, *ODD_IDS, "x" * 1500, "$RCAnonymousID:" + "f" * 32)


class Bench(App[None]):
    """A column beside nothing, that notes what is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.column = CustomerColumn()
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.column

    def on_customer_column_opened(self, message: CustomerColumn.Opened) -> None:
        self.opened.append(message.customer_id)


def numbered(count: int) -> tuple[ListedCustomer, ...]:
    return tuple(ListedCustomer(f"customer_{number}", "recent") for number in range(count))


async def test_every_line_has_the_width_of_the_column_and_no_control_characters() -> None:
    app = Bench()
    async with app.run_test(size=(60, 40)) as pilot:
        app.column.show([ListedCustomer(one, "pinned") for one in ODD], ODD[0])
        for focus in (True, False):
            app.screen.set_focus(app.column if focus else None)
            await pilot.pause()
            strips = [app.column.render_line(y) for y in range(app.column.content_size.height)]
            assert {strip.cell_length for strip in strips} == {WIDTH}
            assert all(strip.text.isprintable() for strip in strips)


async def test_the_cursor_stays_in_view_and_on_its_customer() -> None:
    app = Bench()
    async with app.run_test(size=(60, 6)) as pilot:
        app.column.show(numbered(30), "")
        app.column.focus()
        await pilot.press("end")
        assert widget_lines(app.column)[-1] == "> customer_29"
        await pilot.press("k")
        app.column.show(numbered(29), "")
        await pilot.pause()
        assert "> customer_28" in widget_lines(app.column)
        app.column.show(numbered(3), "")
        await pilot.pause()
        assert "> customer_2" in widget_lines(app.column)
        app.column.show((), "")
        await pilot.press("enter", "j", "asterisk", "y")
        assert "Customers that you" in "\n".join(widget_lines(app.column))
        assert app.opened == []


async def test_the_second_click_opens_a_customer() -> None:
    app = Bench()
    async with app.run_test(size=(60, 20)) as pilot:
        app.column.show(numbered(5), "")
        await pilot.pause()
        await pilot.click(app.column, offset=(3, 3))
        assert app.opened == []
        assert widget_lines(app.column)[3] == "> customer_2"
        await pilot.click(app.column, offset=(3, 3), times=2)
        assert app.opened == ["customer_2"]
        await pilot.click(app.column, offset=(3, 12), times=2)
        assert app.opened == ["customer_2"]
