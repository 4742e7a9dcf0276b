from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.tui.dialogs.currencies import CurrenciesForm
from tests.customers.made import LOADING, VIEW, balance, facts
from tests.tui.dialogs.asked import made, refused, said

KEYS = count()


def form(**balances: int | None) -> CurrenciesForm:
    rows = tuple(balance(code, amount) for code, amount in balances.items())
    return CurrenciesForm(
        customer_id="user_1",
        view=VIEW,
        facts=facts(currencies=rows),
        make_key=lambda: f"key-{next(KEYS)}",
    )


ONE = form(GLD=80)
TWO = form(GLD=80, SLV=10)


def test_an_amount_is_for_the_only_currency_or_the_chosen_one() -> None:
    assert made(ONE, AdjustCurrencies, amounts="+500").adjustments == (("GLD", 500),)
    chosen = replace(TWO, chosen="SLV")
    assert made(chosen, AdjustCurrencies, amounts="-5").adjustments == (("SLV", -5),)
    assert chosen.questions[0].title.plain == "Amount of SLV"
    assert "GLD, SLV" in refused(TWO, "amounts", amounts="+500")
    assert refused(form(), "amounts", amounts="+500")


def test_several_codes_change_at_once() -> None:
    change = made(TWO, AdjustCurrencies, amounts="GLD +500, SLV -10")
    assert change.adjustments == (("GLD", 500), ("SLV", -10))
    assert not change.without_transaction
    assert "GLD: 80 → 580 (+500)\nSLV: 10 → 0 (-10)" in said(TWO, amounts="GLD +500, SLV -10")


def test_the_case_of_a_code_is_mended_only_where_one_can_be_meant() -> None:
    assert made(TWO, AdjustCurrencies, amounts="gld+5").codes == ("GLD",)
    assert made(form(GLD=1, gld=2), AdjustCurrencies, amounts="gld+5").codes == ("gld",)
    assert "GLD, gld; case counts" in refused(form(GLD=1, gld=2), "amounts", amounts="Gld+5")
    assert refused(TWO, "amounts", amounts="gld+5, GLD+6")


def test_a_code_that_is_not_there_is_refused_once_all_are_known() -> None:
    words = "No currency 'XYZ'. There are GLD, SLV; case counts."
    assert words in refused(TWO, "amounts", amounts="XYZ +5")
    assert words in said(TWO, amounts="XYZ +5")
    loading = replace(TWO, facts=facts(currencies=LOADING))
    assert words not in said(loading, amounts="XYZ +5")
    assert "XYZ: +5 (the balance is not known)" in said(loading, amounts="XYZ +5")


def test_a_balance_that_is_too_short_or_too_full_is_said_before_the_server_says_it() -> None:
    assert "The balance of GLD is 80" in refused(TWO, "amounts", amounts="GLD -81, SLV +1")
    assert "The balance of GLD is 80" in said(TWO, amounts="GLD -81")
    made(TWO, AdjustCurrencies, amounts="GLD -80")
    assert refused(ONE, "amounts", amounts="+2000000000")
    made(ONE, AdjustCurrencies, amounts="+1999999920")
    assert refused(ONE, "amounts", amounts="+0")


def test_a_balance_is_set_by_its_difference() -> None:
    change = made(TWO, AdjustCurrencies, amounts="GLD=1000, SLV=10")
    assert change.adjustments == (("GLD", 920),)
    assert change.set_to == (("GLD", 1000),)
    mixed = made(TWO, AdjustCurrencies, amounts="GLD=0 SLV+5")
    assert dict(mixed.adjustments) == {"GLD": -80, "SLV": 5}
    assert mixed.set_to == (("GLD", 0),)
    assert mixed.fits({"GLD": 80, "SLV": 99})


def test_a_balance_that_is_not_known_or_right_already_is_not_set() -> None:
    assert refused(form(GLD=None), "amounts", amounts="=1000")
    assert refused(TWO, "amounts", amounts="XYZ=5")
    assert refused(ONE, "amounts", amounts="=80")
    assert refused(replace(ONE, facts=None), "amounts", amounts="GLD=1000")


def test_a_balance_is_not_set_without_a_transaction() -> None:
    assert refused(ONE, "kind", amounts="=1000", kind="no transaction")


@pytest.mark.parametrize(
    ("kind", "without"),
    [("", False), ("transaction", False), ("T", False), ("no  transaction", True), ("no", True)],
)
def test_a_transaction_is_the_default(kind: str, without: bool) -> None:
    change = made(ONE, AdjustCurrencies, amounts="+5", kind=kind)
    assert change.without_transaction is without
    assert ONE.questions[1].start == "transaction"


def test_another_kind_is_refused() -> None:
    assert refused(ONE, "kind", amounts="+5", kind="maybe")
    assert "'+500' is neither" in refused(ONE, "kind", amounts="", kind="+500")
    assert "if the server adds" in said(ONE, amounts="+5", kind="no transaction")


def test_a_limit_of_the_project_is_kept() -> None:
    limited = replace(TWO, max_credit={"GLD": 500})
    made(limited, AdjustCurrencies, amounts="GLD+500, SLV+501")
    assert "500 GLD" in refused(limited, "amounts", amounts="GLD+501")
    assert "500 GLD" in refused(limited, "amounts", amounts="GLD=1000")


def test_the_ticket_is_the_reference_and_every_intent_has_a_key_of_its_own() -> None:
    first = made(ONE, AdjustCurrencies, amounts="+5", ticket=" ZD-1 ")
    second = made(ONE, AdjustCurrencies, amounts="+5", ticket=" ZD-1 ")
    assert first.reference == "ZD-1"
    assert first.key.startswith("key-")
    assert first.key != second.key
    assert first.fingerprint == second.fingerprint
    assert refused(ONE, "ticket", amounts="+5", ticket="x" * 256)


def test_a_preview_makes_no_key() -> None:
    def no_key() -> str:
        raise AssertionError

    assert "GLD: 80 → 85" in said(replace(ONE, make_key=no_key), amounts="+5")
