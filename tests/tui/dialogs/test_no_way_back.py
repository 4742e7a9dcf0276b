"""What can't be undone is said in another colour than the rest."""

from __future__ import annotations

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    BlockCustomer,
    CreateCustomer,
    DeleteCustomer,
)
from rctui.customers.effects.consequences import consequences
from rctui.tables.table import Tone
from rctui.tui.dialogs.delete import DeleteForm
from rctui.tui.dialogs.no_way_back import alarming, tone_of_change
from tests.customers import made


def test_the_line_that_says_so_is_alarming_and_no_other() -> None:
    for change in (DeleteCustomer("user_1"), BlockCustomer("user_1")):
        brings = consequences(change, made.VIEW)
        first, *others = alarming(brings)
        assert isinstance(first, tuple)
        assert "no way back" in first[0].plain
        assert first[1] is Tone.BAD
        assert others == list(brings[1:])
        assert tone_of_change(brings) is Tone.BAD


def test_what_can_be_undone_looks_as_ever() -> None:
    for change in (CreateCustomer("user_1"), AdjustCurrencies("user_1", (("GLD", 5),), "key")):
        brings = consequences(change, made.VIEW)
        assert alarming(brings) == list(brings)
        assert tone_of_change(brings) is Tone.ACCENT


def test_the_dialog_says_it_before_its_review() -> None:
    rows = DeleteForm(customer_id="user_1", view=made.VIEW).preview({})
    assert [tone for _, tone in (row for row in rows if isinstance(row, tuple))] == [
        Tone.ACCENT,
        Tone.BAD,
    ]
