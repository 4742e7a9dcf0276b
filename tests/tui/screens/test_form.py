from __future__ import annotations

from textual.app import App

from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.tui.dialogs.grant import GrantForm
from rctui.tui.screens.form import Filled, FormScreen
from rctui.tui.widgets.plain import TONE_STYLES
from rctui.tui.widgets.wrong_line import WrongLine
from tests.customers.made import VIEW, facts
from tests.tui.widgets.shown import screen_text

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
        await pilot.press(*"pro", "enter", *"soon", "tab", *"T-1", "enter")
        await screen_text(app, pilot)
        assert app.came_to == []
        assert app.form.focused is not None
        assert app.form.focused.id == "end"
        assert app.form.answers == {"entitlement": "pro", "end": "soon", "ticket": "T-1"}


async def test_why_it_was_refused_is_said_once_and_only_until_the_answer_changes() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", *"soon", "enter")
        refused = await screen_text(app, pilot)
        assert refused.count("'soon'") == 1
        assert "enter goes on" in refused
        await pilot.press("backspace")
        mended = await screen_text(app, pilot)
        assert "'soon'" not in mended
        assert mended.count("'soo' is") == 1
        assert "enter goes on" in mended


async def test_enter_in_a_field_whose_answer_is_wrong_stays_there_and_says_why_below_it() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "enter", *"soon", "enter", "enter", "x")
        assert app.form.answers == {"entitlement": "pro", "end": "soonx", "ticket": ""}
        await pilot.press("backspace", "enter")
        rows = (await screen_text(app, pilot)).split("\n")
        field = next(n for n, row in enumerate(rows) if row.strip() == "soon")
        assert "'soon' is" in rows[field + 1]
        (line,) = (one for one in app.form.query(WrongLine) if one.display)
        assert line.styles.display == "block"
        assert line.question == "end"
        assert str(line.render().spans[0].style) == TONE_STYLES[Tone.BAD]


async def test_while_the_review_is_on_its_way_keys_change_nothing() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter")
        assert "Looking at what is there now" in await screen_text(app, pilot)
        await pilot.press("y", "enter", "down", "up", "x")
        assert app.form.answers == {"entitlement": "pro", "end": "7", "ticket": ""}
        assert len(app.came_to) == 1
        app.form.fail(label("Not sent: the line is down."))
        await pilot.press("x", "enter")
        await pilot.pause()
        assert app.form.answers["ticket"] == "x"
        assert len(app.came_to) == 2


async def test_esc_closes_it_even_while_looking() -> None:
    app = OneForm()
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter", "escape")
        assert "Grant to" not in await screen_text(app, pilot)


async def test_a_ticket_that_is_needed_is_asked_for() -> None:
    app = OneForm(ticket_needed=True)
    async with app.run_test() as pilot:
        await pilot.press(*"pro", "enter", "7", "enter", "enter")
        assert "A ticket is needed" in await screen_text(app, pilot)
        assert app.came_to == []
