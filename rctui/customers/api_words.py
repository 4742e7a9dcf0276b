"""The API's own values in words. What it may add one day is shown literally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, label, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

STORES: Final[Mapping[str, SafeText]] = {
    "amazon": label("Amazon"),
    "app_store": label("App Store"),
    "external": label("External"),
    "galaxy": label("Galaxy Store"),
    "mac_app_store": label("Mac App Store"),
    "paddle": label("Paddle"),
    "paypal": label("PayPal"),
    "play_store": label("Play Store"),
    "promotional": label("Granted"),
    "rc_billing": label("Web Billing"),
    "roku": label("Roku"),
    "stripe": label("Stripe"),
    "test_store": label("Test Store"),
}

STATUSES: Final[Mapping[str, SafeText]] = {
    "active": label("Active"),
    "expired": label("Expired"),
    "in_billing_retry": label("In billing retry"),
    "in_grace_period": label("In grace period"),
    "incomplete": label("Incomplete"),
    "owned": label("Owned"),
    "paused": label("Paused"),
    "refunded": label("Refunded"),
    "trialing": label("Trialing"),
    "unknown": label("Unknown"),
}

RENEWALS: Final[Mapping[str, SafeText]] = {
    "has_already_renewed": label("Has already renewed"),
    "requires_price_increase_consent": label("Needs price-increase consent"),
    "will_change_product": label("Will change product"),
    "will_not_renew": label("Will not renew"),
    "will_pause": label("Will pause"),
    "will_renew": label("Will renew"),
}

OWNERSHIPS: Final[Mapping[str, SafeText]] = {
    "family_shared": label("Family shared"),
    "purchased": label("Purchased"),
}

PROMOTIONAL: Final = "promotional"
"""The store of what a support agent granted."""

TEST_STORE: Final = "test_store"
FAMILY_SHARED: Final = "family_shared"
ANONYMOUS_PREFIX: Final = "$RCAnonymousID:"

_NOT_TOLD = label("not told")


def word(words: Mapping[str, SafeText], value: str | None) -> SafeText:
    """A value in words, literally where it is new, or that it was not told."""
    if value is None:
        return _NOT_TOLD
    return words.get(value) or safe(value)


def is_anonymous(customer_id: str) -> bool:
    """Whether an SDK made this App User ID up for somebody who had not logged in."""
    return customer_id.startswith(ANONYMOUS_PREFIX)
