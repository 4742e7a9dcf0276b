"""Who paid what, and what follows? Customers of support situations 10 to 20."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Draft, anonymous_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Shop

SHARED_EMAIL: Final = "kim.park@example.com"


def customers(shop: Shop) -> Iterator[Draft]:
    """The customers of these situations, in their order."""
    yield _tester(shop)
    yield _card_failing(shop)
    yield _card_failed(shop)
    yield _will_not_renew(shop)
    yield _refunded(shop)
    yield _family_member(shop)
    yield _goodwill_month(shop)
    yield _grant_hides_paid(shop)
    yield _coins_missing(shop)
    yield _chargeback_farm(shop)
    yield _data_request(shop)
    yield from _three_share_an_email(shop)


def _tester(shop: Shop) -> Draft:
    draft = Draft(shop, "tester_in_sandbox", since=-70).using("US", "iOS", "6.5.0-beta2")
    draft.subscribed("pro_monthly_ios", since=-60, until=-30, status="expired", paid=9.99)
    draft.amended(auto_renewal_status="will_not_renew")
    for days in (9, 6, 2):
        draft.subscribed("pro_monthly_ios", since=-days, until=1, environment="sandbox")
    return draft.bought("coins_100_ios", on=-5, environment="sandbox", paid=0.0)


def _card_failing(shop: Shop) -> Draft:
    draft = Draft(shop, "card_failing_in_grace", since=-340).using("BR", "android")
    return draft.subscribed(
        "pro_monthly_play", since=-330, until=5, status="in_grace_period", paid=109.89
    )


def _card_failed(shop: Shop) -> Draft:
    draft = Draft(shop, "card_failing_in_retry", since=-200).using("MX", "iOS")
    return draft.subscribed(
        "pro_monthly_ios", since=-190, until=-9, status="in_billing_retry", paid=59.94
    )


def _will_not_renew(shop: Shop) -> Draft:
    draft = Draft(shop, "cancelled_still_has_access", since=-150).using("SE", "iOS")
    return draft.subscribed(
        "pro_yearly_ios", since=-140, until=225, renewal="will_not_renew", paid=59.99
    )


def _refunded(shop: Shop) -> Draft:
    draft = Draft(shop, "refunded_still_has_access", since=-25).using("IN", "android")
    draft.subscribed("pro_monthly_play", since=-20, until=10, renewal="will_not_renew", paid=0.0)
    return draft.bought("phrasebook_play", on=-19, status="refunded")


def _family_member(shop: Shop) -> Draft:
    draft = Draft(shop, "family_member", since=-40).using("JP", "iOS")
    draft.subscribed("pro_yearly_ios", since=-35, until=330, ownership="family_shared")
    return draft.bought("lifetime_ios", on=-30, ownership="family_shared", paid=0.0)


def _goodwill_month(shop: Shop) -> Draft:
    draft = Draft(shop, "goodwill_month", since=-120).using("US", "android")
    draft.reachable("sam.rivera@example.com", "Sam Rivera")
    return draft.subscribed("pro_monthly_play", since=-110, until=10, paid=39.96)


def _grant_hides_paid(shop: Shop) -> Draft:
    draft = Draft(shop, "grant_hides_paid", since=-95).using("AU", "iOS")
    draft.subscribed("pro_monthly_ios", since=-90, until=15, paid=29.97)
    draft.granted("plus", since=-80, until=-50)
    return draft.granted("pro", since=-2, until=29)


def _coins_missing(shop: Shop) -> Draft:
    draft = Draft(shop, "coins_missing", since=-33).using("KR", "android")
    draft.bought("coins_500_play", on=-0.1).bought("coins_500_play", on=-0.1)
    return draft.holding(GLD=80, GEM=3)


def _chargeback_farm(shop: Shop) -> Draft:
    draft = Draft(shop, "chargeback_farm", since=-12).using("US", "android", "5.0.0")
    for day in range(9):
        draft.bought("coins_500_play", on=-1 - day, status="refunded")
    return draft.holding(GLD=4_500)


def _data_request(shop: Shop) -> Draft:
    draft = Draft(shop, "delete_me_please", since=-700).using("DE", "iOS")
    draft.reachable("maren.vogt@example.com", "Maren Vogt")
    draft.described({"$phoneNumber": "+49 40 5550177", "newsletter": "yes"})
    draft.subscribed("pro_yearly_ios", since=-400, until=330, paid=119.98)
    draft.subscribed("pro_monthly_play", since=-60, until=0.5, paid=19.98)
    draft.subscribed("team_yearly_web", since=-30, until=335, paid=240.0)
    draft.known_as(anonymous_id("delete me"))
    return draft.invoiced("team_yearly_web", 240.0, on=-30, currency="EUR")


def _three_share_an_email(shop: Shop) -> Iterator[Draft]:
    paying = Draft(shop, "kim_phone", since=-210).using("KR", "iOS")
    yield paying.reachable(SHARED_EMAIL, "Kim Park").subscribed(
        "pro_monthly_ios", since=-200, until=20, paid=69.93
    )
    yield Draft(shop, "kim_tablet", since=-150).using("KR", "android").reachable(SHARED_EMAIL)
    old = Draft(shop, "kim_old_account", since=-900, last_seen=-420).using("US", "iOS", "4.2.0")
    yield old.reachable(SHARED_EMAIL, "K. Park").subscribed(
        "plus_weekly_ios", since=-890, until=-700, status="expired", paid=53.73
    )
