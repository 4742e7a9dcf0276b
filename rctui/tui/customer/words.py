"""What the customer screen says: pure functions from records to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.verdicts.verdict import Access
from rctui.tables.table import Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.text.width import WIDEST_TEXT, cell_width

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.tui.widgets.plain import Toned

ACCESS_TONES = {Access.YES: Tone.GOOD, Access.NO: Tone.BAD, Access.UNKNOWN: Tone.ATTENTION}
_SHOWN_ATTRIBUTES = ("$displayName", "$email", "$phoneNumber")


def who(
    customer: Customer, asked: str, view: Viewpoint, width: int = WIDEST_TEXT
) -> list[SafeText | Toned]:
    """Two lines on who this is; a third where another id was asked for.

    In less than `width` cells if that is enough to leave out how long ago something was.
    """
    seen = _seen(customer, view)
    if cell_width(seen) > width:
        seen = _seen(customer, view, ago=False)
    rows: list[SafeText | Toned] = [(_identity(customer), Tone.ACCENT), seen]
    if asked != customer.id:
        words = phrase("looked up {}, which belongs to {}", safe(asked), safe(customer.id))
        rows.append((words, Tone.ATTENTION))
    return rows


def _identity(customer: Customer) -> SafeText:
    attributes = customer.attributes
    values = {} if attributes is None else {a.name: a.value for a in attributes.records}
    known = [safe(value) for name in _SHOWN_ATTRIBUTES if (value := values.get(name))]
    return join("  ", [safe(customer.id), *known])


def _seen(customer: Customer, view: Viewpoint, *, ago: bool = True) -> SafeText:
    parts = [
        safe(part)
        for part in (
            customer.last_seen_country,
            _spaced(customer.last_seen_platform, customer.last_seen_platform_version),
            customer.last_seen_app_version and f"app {customer.last_seen_app_version}",
        )
        if part
    ]
    parts.append(_last_seen(customer, view, ago=ago))
    return join(" · ", parts)


def _spaced(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _last_seen(customer: Customer, view: Viewpoint, *, ago: bool) -> SafeText:
    if customer.last_seen_at is None:
        return label("never seen in an app")
    seen = phrase("seen {}", moments.minute(customer.last_seen_at, view.zone))
    distance = moments.distance(customer.last_seen_at, view.now_ms)
    return phrase("{} ({})", seen, distance) if ago else seen
