"""Which store allows what, and where else it can be done: words for what is not possible here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import PROMOTIONAL, STORES, word
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.sources import Source

WEB_BILLING: Final = "rc_billing"
PLAY_STORE: Final = "play_store"
WILL_NOT_RENEW: Final = "will_not_renew"

_CANCELLED_AT: Final[Mapping[str, SafeText]] = {
    "app_store": label("the customer cancels in their Apple account"),
    "mac_app_store": label("the customer cancels in their Apple account"),
    "play_store": label("the customer cancels in Google Play, you in the Play Console"),
    "amazon": label("the customer cancels in their Amazon account"),
    "galaxy": label("the customer cancels in the Galaxy Store"),
    "roku": label("the customer cancels in their Roku account"),
    "stripe": label("cancel it in Stripe's dashboard"),
    "paddle": label("cancel it in Paddle's dashboard"),
    "paypal": label("cancel it in PayPal"),
    PROMOTIONAL: label("revoke it instead"),
}
_APPLE: Final = label("Apple alone refunds, on the customer's request at reportaproblem.apple.com")
_REFUNDED_AT: Final[Mapping[str, SafeText]] = {
    "app_store": _APPLE,
    "mac_app_store": _APPLE,
    "play_store": label("refund it in the Play Console"),
    "amazon": label("Amazon's customer service refunds"),
    "galaxy": label("Samsung's customer service refunds"),
    "roku": label("Roku's customer service refunds"),
    "stripe": label("refund it in Stripe's dashboard"),
    "paddle": label("refund it in Paddle's dashboard"),
    "paypal": label("refund it in PayPal"),
    PROMOTIONAL: label("nothing was paid for it"),
}
_IN_ITS_STORE: Final = label("it is done in its store")


def why_no_cancel(row: Subscription) -> SafeText | None:
    """Why a subscription can't be cancelled here, or `None`."""
    if row.store != WEB_BILLING:
        return cancel_elsewhere(row.store or "")
    if row.gives_access is False:
        return label("The subscription has ended.")
    return label("It is cancelled already.") if row.auto_renewal_status == WILL_NOT_RENEW else None


def why_no_refund(row: Source, *, is_purchase: bool) -> SafeText | None:
    """Why a subscription or purchase can't be refunded here, or `None`."""
    if row.store == WEB_BILLING:
        return label("It is refunded already.") if row.status == "refunded" else None
    if row.store == PLAY_STORE and not is_purchase:
        return None
    return refund_elsewhere(row.store or "", is_purchase=is_purchase)


def why_no_link(row: Subscription) -> SafeText | None:
    """Why there is no management link, or `None`."""
    if row.store == WEB_BILLING:
        return None
    words = "Only Web Billing has management links: this one is {}."
    return phrase(words, word(STORES, row.store))


def cancel_elsewhere(store: str) -> SafeText:
    """That another store cancels in another way."""
    words = "Only Web Billing subscriptions can be cancelled here: this one is {}; {}."
    return phrase(words, word(STORES, store), _CANCELLED_AT.get(store, _IN_ITS_STORE))


def refund_elsewhere(store: str, *, is_purchase: bool) -> SafeText:
    """That another store refunds in another way."""
    where = _REFUNDED_AT.get(store, _IN_ITS_STORE)
    if is_purchase:
        words = "Only Web Billing purchases can be refunded here: this one is {}; {}."
        return phrase(words, word(STORES, store), where)
    return phrase(
        "Only Web Billing and Play Store subscriptions can be refunded here: this one is {}; {}.",
        word(STORES, store),
        where,
    )
