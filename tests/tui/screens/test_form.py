from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.tui.dialogs.grant import GrantForm
from rctui.tui.screens.form import Filled, FormScreen
from tests.customers.made import VIEW, facts
from tests.tui.widgets.shown import screen_lines

if TYPE_CHECKING:
    from textual.pilot import Pilot

GRANT = GrantForm(customer_id="user_1", view=VIEW, facts=facts())


class OneForm(App[None]):
    """Shows a dialog and keeps what it came to."""

    def __init__(self, *, ticket_needed: bool = False) -> None:
        super().__init__()
        self.came_to: list[Filled] = []
        self.form = FormScreen(
            GRANT, lambda _, filled: self.came_to.append(filled), ticket_needed=ticket_needed
        )

    def on_mount(self) -> None:
        self.push_screen(self.form)


async def shown(app: OneForm, pilot: Pilot[None]) -> str:
    await pilot.pause()
    return "\n".join(screen_lines(app))


async def test_enter_and_tab_go_on_and_run_nothing() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "tab", "7", "enter", *"T-1")
        assert app.came_to == []
        assert app.form.answers == {"entitlement": "pro", "end": "7", "ticket": "T-1"}
        await pilot.press("enter")
        await pilot.pause()
    (filled,) = app.came_to
    assert filled.ticket == "T-1"
    assert filled.intent.change.kind == "grant"


async def test_up_and_down_go_through_the_choices() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press("down")
        first = app.form.answers["entitlement"]
        await pilot.press("down")
        second = app.form.answers["entitlement"]
        await pilot.press("up")
        assert app.form.answers["entitlement"] == first != second
        assert first


async def test_what_is_amiss_is_said_at_its_field_and_what_was_typed_stays() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", *"soon", "enter", *"T-1", "enter")
        await shown(app, pilot)
        assert app.came_to == []
        assert app.form.focused is not None
        assert app.form.focused.id == "end"
        assert app.form.answers == {"entitlement": "pro", "end": "soon", "ticket": "T-1"}


async def test_while_the_review_is_on_its_way_keys_change_nothing() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter")
        assert "Looking at what is there now" in await shown(app, pilot)
        await pilot.press("y", "enter", "down", "up", "x")
        assert app.form.answers == {"entitlement": "pro", "end": "7", "ticket": ""}
        assert len(app.came_to) == 1
        app.form.say(label("Not sent: the line is down."), Tone.BAD)
        await pilot.press("x", "enter")
        await pilot.pause()
        assert app.form.answers["ticket"] == "x"
        assert len(app.came_to) == 2


async def test_esc_closes_it_even_while_looking() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter", "escape")
        assert "Grant to" not in await shown(app, pilot)


async def test_a_ticket_that_is_needed_is_asked_for() -> None:
    app = OneForm(ticket_needed=True)
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter")
        assert "A ticket is needed" in await shown(app, pilot)
        assert app.came_to == []
