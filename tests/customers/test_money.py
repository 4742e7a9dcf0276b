from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.models.money import MonetaryAmount
from rctui.customers.money import all_parts, amount, decimals, gross


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        (9.99, "USD", "USD 9.99"),
        (29, "EUR", "EUR 29.00"),
        (1200.0, "JPY", "JPY 1200"),
        (1.5, "KWD", "KWD 1.500"),
        (0.00012, "BTC", "BTC 0.00012000"),
        (44.5499999999, "usd", "usd 44.55"),
        (-0.0, "USD", "USD 0.00"),
        (-3.5, "USD", "USD -3.50"),
        (5.0, None, "5.00"),
        (5.0, "", "5.00"),
        (1e300, "USD", "USD 1e+300"),
        (None, "USD", "not told"),
    ],
)
def test_an_amount_has_its_currencys_decimals(
    value: float | None, currency: str | None, shown: str
) -> None:
    assert amount(value, currency).plain == shown


@pytest.mark.parametrize(
    ("currencies", "places"),
    [
        ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
        ("USD EUR GBP BRL INR TRY HUF", 2),
        ("BHD IQD JOD KWD LYD OMR TND", 3),
        ("CLF UYW", 4),
    ],
)
def test_minor_units_are_those_of_iso_4217(currencies: str, places: int) -> None:
    assert {decimals(code) for code in currencies.split()} == {places}


def test_a_new_currency_has_two_decimals() -> None:
    assert decimals("QQQ") == 2
    assert decimals(None) == 2


def test_all_four_parts_are_shown_and_none_is_added() -> None:
    money = MonetaryAmount(currency="USD", gross=176.72, commission=44.55, tax=28.22)
    assert all_parts(money).plain == (
        "gross USD 176.72 · commission USD 44.55 · tax USD 28.22 · proceeds not told"
    )


def test_a_column_shows_what_was_paid() -> None:
    assert gross(MonetaryAmount(currency="JPY", gross=800.0)).plain == "JPY 800"
    assert gross(None).plain == "-"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=5))
def test_no_amount_is_too_odd_to_show(value: float, currency: str) -> None:
    assert amount(value, currency).plain
