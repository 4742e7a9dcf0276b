"""Amounts of money in words: every part, each with its currency's decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.models.money import MonetaryAmount

_NO_DECIMALS: Final = (
    *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
    *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
)
_THREE_DECIMALS: Final = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_DECIMALS: Final[Mapping[str, int]] = {
    **dict.fromkeys(_NO_DECIMALS, 0),
    **dict.fromkeys(_THREE_DECIMALS, 3),
    "CLF": 4,
    "UYW": 4,
    "XAG": 4,
    "XAU": 4,
    "XPD": 4,
    "XPT": 4,
    "BTC": 8,
}
"""ISO 4217's minor units where they are not two; metals and Bitcoin have none there."""

_LARGEST_IN_DIGITS: Final = 1e15


def decimals(currency: str | None) -> int:
    """How many decimals an amount in this currency has."""
    return _DECIMALS.get((currency or "").upper(), 2)


def amount(value: float | None, currency: str | None) -> SafeText:
    """`EUR 29.00`, `JPY 1200`; the amount alone where no currency was told."""
    if value is None:
        return label("not told")
    code = f"{currency} " if currency else ""
    return safe(f"{code}{_digits(value, decimals(currency))}")


def gross(money: MonetaryAmount | None) -> SafeText:
    """What was paid, before anything was taken off; for columns."""
    return label("-") if money is None else amount(money.gross, money.currency)


def all_parts(money: MonetaryAmount) -> SafeText:
    """The four parts, side by side and never added: gross is before the other three."""
    parts = (
        phrase("{} {}", name, amount(value, money.currency))
        for name, value in (
            (label("gross"), money.gross),
            (label("commission"), money.commission),
            (label("tax"), money.tax),
            (label("proceeds"), money.proceeds),
        )
    )
    return join(" · ", parts)


def _digits(value: float, places: int) -> str:
    if abs(value) >= _LARGEST_IN_DIGITS:
        return f"{value:g}"
    # Adding zero turns -0.0 into 0.0.
    return f"{round(value, places) + 0.0:.{places}f}"
