"""Values that many tables show, as cells. A missing value is a dash, never an empty cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers import money
from rctui.customers.api_words import FAMILY_SHARED, PROMOTIONAL, STORES, word
from rctui.customers.environments import badge, is_sandbox
from rctui.customers.verdicts.sources import as_subscription
from rctui.tables.table import Cell, Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from rctui.api.models.money import MonetaryAmount
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint

_MISSING = Cell(tone=Tone.MUTED)


def text_cell(value: str | None, tone: Tone = Tone.PLAIN) -> Cell:
    """Outside text, or a dash where there is none."""
    return Cell(safe(value), tone) if value else _MISSING


def moment_cell(ms: int | None, zone: tzinfo | None = None) -> Cell:
    """An instant in ms since the epoch to the minute, or a dash."""
    return _MISSING if ms is None else Cell(moments.minute(ms, zone))


def date_cell(ms: int | None, zone: tzinfo | None = None) -> Cell:
    """The day of an instant, or a dash."""
    return _MISSING if ms is None else Cell(moments.date(ms, zone))


def ago_cell(ms: int | None, now_ms: int) -> Cell:
    """How far an instant is from now, or a dash."""
    return _MISSING if ms is None else Cell(moments.distance(ms, now_ms), Tone.MUTED)


def seconds_words(seconds: float) -> SafeText:
    """How long something takes: `40 s`, from a minute and a half on `2 min`."""
    if round(seconds) < 90:
        return phrase("{} s", max(1, round(seconds)))
    return phrase("{} min", round(round(seconds) / 60))


def environment_cell(environment: str | None) -> Cell:
    """`PROD`, `SBX` or `????`; the sandbox is set back, the unknown stands out."""
    words = badge(environment)
    if is_sandbox(environment):
        return Cell(words, Tone.MUTED)
    return Cell(words, Tone.ATTENTION if words == badge(None) else Tone.PLAIN)


def word_cell(words: Mapping[str, SafeText], value: str | None, tone: Tone = Tone.PLAIN) -> Cell:
    """One of the API's values in words, or a dash."""
    return _MISSING if value is None else Cell(word(words, value), tone)


def money_cell(amount: MonetaryAmount | None) -> Cell:
    """What was paid, before deductions."""
    return _MISSING if amount is None else Cell(money.gross(amount))


def entitlements_cell(row: Subscription | Purchase, view: Viewpoint) -> Cell:
    """The entitlements that a row's product gives; none is worth a look where access is paid."""
    told = row.entitlements
    if told is None:
        return _MISSING
    names = [view.names.of(entitlement.id) for entitlement in told.records]
    if told.next_cursor or told.unreadable:
        names.append(label("more"))
    if names:
        return Cell(join(", ", names))
    subscription = as_subscription(row)
    paid = subscription is not None and subscription.gives_access
    return Cell(label("none"), Tone.ATTENTION if paid else Tone.MUTED)


def product_cell(row: Subscription | Purchase, view: Viewpoint) -> Cell:
    """The product's name or id. A grant has none, and says so."""
    if row.product_id is not None:
        return Cell(view.names.of(row.product_id))
    return Cell(label("grant"), Tone.MUTED) if row.store == PROMOTIONAL else _MISSING


def store_cell(row: Subscription | Purchase) -> Cell:
    """Where it was bought, marked where a family member did."""
    store = word_cell(STORES, row.store)
    if row.ownership == FAMILY_SHARED:
        return Cell(phrase("{} FAMILY", store.text), Tone.ATTENTION)
    return store
