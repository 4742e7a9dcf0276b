"""Skylark Web's customers with a name.

Some are in both projects, by the same id or the same e-mail address, and in another state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.crowd import Habits
from rctui.demo.dataset.ann_lee import ANN_LEE
from rctui.demo.dataset.draft import Draft, anonymous_id
from rctui.demo.dataset.money_stories import SHARED_EMAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Shop
    from rctui.demo.records import Customer

BLOCKED: Final[dict[str, float]] = {"tries_stolen_cards": -11}
"""Blocked customers and the day they were blocked."""

HABITS: Final = Habits(
    subscriptions=("pro_monthly", "pro_yearly", "school_yearly", "pro_monthly"),
    coins="coins_500",
    granted="offline",
    devices=(("web", None),),
    versions=(None,),
)


def named_customers(shop: Shop) -> Iterator[Customer]:
    """The cast, those first who are in both projects."""
    return (draft.customer for draft in _drafts(shop))


def _drafts(shop: Shop) -> Iterator[Draft]:
    yield _ann_lee(shop)
    yield _card_failing(shop)
    yield _kim(shop)
    yield _paid_twice(shop)
    yield _school(shop)
    yield _refunded(shop)
    yield (
        Draft(shop, "trial_on_the_site", since=-4)
        .using("FR", "web", None)
        .subscribed("pro_monthly", since=-4, until=10, status="trialing", paid=0.0)
    )
    yield (
        Draft(shop, "tests_the_checkout", since=-20)
        .using("US", "web", None)
        .subscribed("pro_test", since=-3, until=27, environment="sandbox", paid=0.0)
    )
    yield Draft(shop, "only_looked_around", since=-2).using("CA", "web", None)


def _ann_lee(shop: Shop) -> Draft:
    """In the apps she has Pro; here her card failed."""
    draft = Draft(shop, ANN_LEE, since=-95, last_seen=-5).using("DE", "web", None)
    draft.known_as(anonymous_id("web", ANN_LEE), since=-95)
    draft.reachable("ann.lee@example.com", "Ann Lee")
    draft.subscribed(
        "pro_monthly", since=-95, until=-5, status="in_billing_retry", paid=29.97
    ).invoiced("pro_monthly", 9.99, on=-35, currency="EUR")
    return draft.invoiced("pro_monthly", 9.99, on=-5, currency="EUR", paid=False)


def _card_failing(shop: Shop) -> Draft:
    """The other way round: no access in the apps, a year of it here."""
    draft = Draft(shop, "card_failing_in_retry", since=-8, last_seen=-1).using("MX", "web", None)
    draft.subscribed("pro_yearly", since=-8, until=357, paid=59.99)
    return draft.invoiced("pro_yearly", 59.99, on=-8)


def _kim(shop: Shop) -> Draft:
    draft = Draft(shop, "kim_at_school", since=-300).using("KR", "web", None)
    draft.reachable(SHARED_EMAIL, "Kim Park").holding(GLD=40)
    return draft.granted("pro", since=-30, until=60)


def _paid_twice(shop: Shop) -> Draft:
    draft = Draft(shop, "sam_pays_twice", since=-60).using("US", "web", None)
    draft.reachable("sam.rivera@example.com", "Sam Rivera")
    draft.subscribed("pro_monthly", since=-50, until=10, paid=19.98)
    return draft.invoiced("pro_monthly", 9.99, on=-20).bought("coins_500", on=-3).holding(GLD=500)


def _school(shop: Shop) -> Draft:
    draft = Draft(shop, "school_in_oslo", since=-400).using("NO", "web", None)
    draft.reachable("office@oslo-school.example", "Oslo language school")
    draft.subscribed("school_yearly", since=-390, until=-25, status="expired", paid=1_190.0)
    draft.amended(auto_renewal_status="has_already_renewed")
    draft.subscribed("school_yearly", since=-25, until=340, paid=1_290.0)
    draft.invoiced("school_yearly", 1_190.0, on=-390, currency="NOK")
    return draft.invoiced("school_yearly", 1_290.0, on=-25, currency="NOK")


def _refunded(shop: Shop) -> Draft:
    draft = Draft(shop, "wants_money_back", since=-15).using("GB", "web", None)
    draft.subscribed("pro_yearly", since=-14, until=-12, status="expired", paid=0.0)
    draft.amended(auto_renewal_status="will_not_renew")
    return draft.bought("workbook", on=-14, status="refunded")
