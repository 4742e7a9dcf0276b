"""Why can't they get in? Customers of support situations 1 to 9."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Draft, anonymous_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Shop

BOUGHT_ANONYMOUSLY: Final = anonymous_id("bought before logging in")
REINSTALLED: Final = anonymous_id("reinstalled")


def customers(shop: Shop) -> Iterator[Draft]:
    """The customers of these situations, in their order."""
    yield _paid_no_entitlement(shop)
    yield from _bought_under_an_anonymous_id(shop)
    yield from _purchase_on_the_other_account(shop)
    yield _restore_does_nothing(shop)
    yield from _kept_with_the_original_id(shop)
    yield from _reinstalled(shop)
    yield _alias_soup(shop)
    yield _login_sent_null(shop)


def _paid_no_entitlement(shop: Shop) -> Draft:
    draft = Draft(shop, "paid_no_entitlement").using("US", "android")
    return draft.subscribed("max_monthly_play", since=-4, until=26, paid=14.99).reachable(
        "olu.adeyemi@example.com", "Olu Adeyemi"
    )


def _bought_under_an_anonymous_id(shop: Shop) -> Iterator[Draft]:
    account = Draft(shop, "bought_before_login", since=-1, last_seen=-0.05).using("GB", "iOS")
    yield account.reachable("priya.shah@example.com", "Priya Shah")
    anonymous = Draft(shop, BOUGHT_ANONYMOUSLY, since=-2, last_seen=-1).using("GB", "iOS")
    yield anonymous.subscribed("pro_yearly_ios", since=-2, until=363, paid=59.99)


def _purchase_on_the_other_account(shop: Shop) -> Iterator[Draft]:
    first = Draft(shop, "phone_first_login", since=-300).using("FR", "iOS")
    yield first.reachable("luc.martin@example.com", "Luc Martin").described({"plan": "pro"})
    second = Draft(shop, "phone_second_login", since=-6).using("FR", "iOS")
    yield second.subscribed(
        "pro_monthly_ios", since=-290, until=10, paid=99.9, bought_by="phone_first_login"
    )


def _restore_does_nothing(shop: Shop) -> Draft:
    draft = Draft(shop, "restore_does_nothing", since=-14).using("US", "iOS", "6.5.0-beta2")
    draft.subscribed("pro_monthly_test", since=-13, until=-12, status="expired")
    return draft.amended(environment="sandbox", auto_renewal_status="will_not_renew")


def _kept_with_the_original_id(shop: Shop) -> Iterator[Draft]:
    yield Draft(shop, "new_account_kept_out", since=-3).using("ES", "android")
    old = Draft(shop, "old_account_keeps_pro", since=-500, last_seen=-40).using("ES", "android")
    yield old.subscribed("pro_yearly_play", since=-480, until=250, paid=104.98)


def _reinstalled(shop: Shop) -> Iterator[Draft]:
    yield Draft(shop, "account_before_reinstall", since=-220, last_seen=-2).using("IT", "iOS")
    now = Draft(shop, REINSTALLED, since=-0.5, last_seen=-0.01).using("IT", "iOS")
    yield now.subscribed(
        "pro_monthly_ios", since=-200, until=8, paid=69.93, bought_by="account_before_reinstall"
    )


def _alias_soup(shop: Shop) -> Draft:
    draft = Draft(shop, "alias_soup", since=-600).using("NL", "web")
    draft.known_as(*(anonymous_id("soup", n) for n in range(9)), since=-500)
    draft.known_as("j.devries@example.com", "jan.devries@example.com", "cust-0091", since=-200)
    return draft.subscribed("pro_monthly_web", since=-90, until=1, paid=39.96)


def _login_sent_null(shop: Shop) -> Draft:
    draft = Draft(shop, "login_sent_null", since=-8).using("CA", "iOS", "6.3.0")
    return draft.described({"last_login_id": "null", "login_attempts": "[object Object]"})
