from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.tui.dialogs.currencies import CurrenciesForm
from rctui.tui.screens.form import Filled, FormScreen
from tests.customers.made import VIEW, balance, facts

if TYPE_CHECKING:
    from textual.app import ComposeResult

FORM = CurrenciesForm(
    customer_id="user_1",
    view=VIEW,
    facts=facts(currencies=(balance("GLD", 80), balance("SLV", 10))),
    make_key=lambda: "key",
)
REVIEW = ["y"]


class OneDialog(App[Filled]):
    """Opens the dialog and ends with what it came to."""

    def __init__(self, form: CurrenciesForm) -> None:
        super().__init__()
        self._form = form

    def compose(self) -> ComposeResult:
        yield from ()

    def on_mount(self) -> None:
        screen = FormScreen(self._form, lambda _, came_to: self.exit(came_to), ticket_needed=True)
        self.push_screen(screen)


async def filled(form: CurrenciesForm, *keys: str) -> AdjustCurrencies:
    app = OneDialog(form)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    assert app.return_value is not None
    change = app.return_value.intent.change
    assert isinstance(change, AdjustCurrencies)
    return change


async def test_five_hundred_of_a_currency_with_a_ticket_are_few_keys() -> None:
    ticket = list("ZD1")
    keys = [*"GLD+500", "enter", "enter", *ticket, "enter"]
    change = await filled(FORM, *keys)
    assert change.adjustments == (("GLD", 500),)
    assert change.reference == "ZD1"
    assert len(keys) + len(REVIEW) - len(ticket) <= 12


async def test_a_currency_can_be_chosen_and_its_amount_typed_behind_it() -> None:
    change = await filled(FORM, "down", "down", *"+500", "enter", "enter", *"ZD1", "enter")
    assert change.adjustments == (("SLV", 500),)


async def test_no_transaction_is_one_key_away() -> None:
    keys = [*"SLV-5", "enter", "down", "enter", *"ZD1", "enter"]
    assert (await filled(FORM, *keys)).without_transaction
