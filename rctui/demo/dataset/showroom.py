"""One row of every kind that a list can hold, and the corners of what may be empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Draft
from rctui.demo.records import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Shop

STATUSES: Final = {
    "trialing": 6,
    "active": 20,
    "in_grace_period": 3,
    "in_billing_retry": -4,
    "paused": -2,
    "expired": -40,
    "incomplete": 1,
    "unknown": 9,
    "dunning_v3": 11,
}
"""Every status with the day its period ends; the last is one that no document names yet."""

RENEWALS: Final = (
    "will_renew",
    "will_not_renew",
    "will_change_product",
    "will_pause",
    "requires_price_increase_consent",
    "has_already_renewed",
    "will_renew_differently",
)

# store: the product that its row shows
STORES: Final = {
    "app_store": "pro_monthly_ios",
    "mac_app_store": "pro_yearly_mac",
    "play_store": "pro_monthly_play",
    "amazon": "plus_monthly_fire",
    "stripe": "pro_monthly_stripe",
    "rc_billing": "pro_monthly_web",
    "external": "pro_monthly_stripe",
    "roku": "pro_monthly_roku",
    "paddle": "pro_monthly_paddle",
    "paypal": "pro_monthly_web",
    "galaxy": "pro_monthly_play",
    "test_store": "pro_monthly_test",
    "moon_market": "pro_monthly_web",
}
"""Every store besides `promotional`; the last is one that no document names yet."""


def customers(shop: Shop) -> Iterator[Draft]:
    """The showroom, one subject per customer."""
    yield _every_status(shop)
    yield _every_renewal(shop)
    yield _every_store(shop)
    yield _paused_without_end(shop)
    yield _nulls_everywhere(shop)
    yield Draft(shop, "created_by_api", since=-1, last_seen=-1)
    yield Draft(shop, "in_experiment").using("US", "iOS").in_experiment("Price test", "a")
    yield _yen_and_dinar(shop)


def _every_status(shop: Shop) -> Draft:
    draft = Draft(shop, "every_status", since=-500).using("US", "iOS")
    for status, until in STATUSES.items():
        draft.subscribed("pro_monthly_ios", since=-60, until=until, status=status)
    draft.amended(gives_access=True)
    draft.subscribed("pro_monthly_stripe", since=-2, until=28, status="unknown", gives_access=True)
    return draft.amended(pending_payment=True)


def _every_renewal(shop: Shop) -> Draft:
    draft = Draft(shop, "every_renewal", since=-500).using("US", "android")
    for renewal in RENEWALS:
        draft.subscribed("pro_monthly_play", since=-70, until=14, renewal=renewal)
        if renewal == "will_change_product":
            yearly = shop.catalogue.named_products["pro_yearly_play"]
            draft.amended(pending_product_id=yearly.id)
        elif renewal == "has_already_renewed":
            draft.amended(ends_at=shop.calendar.day(44))
    return draft


def _every_store(shop: Shop) -> Draft:
    draft = Draft(shop, "every_store", since=-500).using("US", "web")
    for store, product in STORES.items():
        draft.subscribed(product, since=-40, until=18, store=store)
        draft.bought("course_web", on=-40, store=store)
    draft.bought("summer_pass_ios", on=-20)
    return draft.granted("team", since=-10, until=80)


def _paused_without_end(shop: Shop) -> Draft:
    draft = Draft(shop, "paused_without_end", since=-160).using("PL", "android")
    return draft.subscribed(
        "pro_monthly_play", since=-150, until=None, status="paused", renewal="will_renew"
    )


def _nulls_everywhere(shop: Shop) -> Draft:
    draft = Draft(shop, "nulls_everywhere", since=-30, last_seen=None)
    draft.subscribed("pro_monthly_ios", since=-30, until=None, status="unknown")
    draft.amended(
        product_id=None,
        store_identifier=None,
        offering_id=None,
        management_url=None,
        entitlement_ids=(),
        gives_access=False,
    )
    draft.customer.attributes["cleared"] = Attribute(None, shop.calendar.day(-4))
    draft.bought("coins_100_ios", on=-30)
    draft.customer.purchases[-1] = draft.customer.purchases[-1]._replace(offering_id=None)
    draft.invoiced("course_web", 0.0, on=-3, paid=False, has_file=False)
    invoice = draft.customer.invoices[-1]
    line = invoice.lines[0]._replace(display_name=None, duration=None)
    total = invoice.total._replace(commission=None)
    draft.customer.invoices[-1] = invoice._replace(lines=(line,), total=total)
    return draft


def _yen_and_dinar(shop: Shop) -> Draft:
    draft = Draft(shop, "pays_in_yen_and_dinar", since=-50).using("KW", "web")
    draft.invoiced("pro_monthly_web", 1_500.0, on=-40, currency="JPY")
    draft.invoiced("pro_monthly_web", 3.075, on=-10, currency="KWD")
    draft.invoiced("team_yearly_web", 120_000.0, on=-5, currency="KRW", paid=False)
    return draft.subscribed("pro_monthly_web", since=-40, until=20, paid=20.02)
