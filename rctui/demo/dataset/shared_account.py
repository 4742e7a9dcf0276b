"""Support situation 8: an app that logs everybody in under one id.

Every list of this customer has several pages, at any page size that the service accepts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.demo.dataset.draft import Draft, anonymous_id
from rctui.demo.dataset.shop import COURSES, RETIRED_TOKENS, course_key, token_code
from rctui.demo.records import Customer

if TYPE_CHECKING:
    from rctui.demo.dataset.draft import Shop

SHARED_ACCOUNT: Final = "default_user"
ALIASES: Final = 412
NAMED_ALIASES: Final = 16
SUBSCRIPTIONS: Final = 260
PURCHASES: Final = 230
INVOICES: Final = 215
ATTRIBUTES: Final = 205
_ROWS: Final = ("attributes", "subscriptions", "purchases", "invoices", "balances")

_COUNTRIES: Final = ("US", "DE", "FR", "BR", "IN", "JP", "KR", "GB", "MX", "ES", "IT", "NG")
_PRODUCTS: Final = ("pro_monthly_ios", "pro_monthly_play", "plus_weekly_ios", "pro_yearly_play")


def shared_account(shop: Shop) -> Draft:
    """Hundreds of people in one customer."""
    draft = _named(shop).using("US", "iOS")
    draft.customer = _MadeWhenLookedAt(draft.customer, shop)
    return draft


class _MadeWhenLookedAt(Customer):
    """Every list of customers needs its profile and names; its thousand rows take 0.6 MB."""

    def __init__(self, known: Customer, shop: Shop) -> None:
        self.profile, self.aliases = known.profile, known.aliases
        self._shop = shop

    def __getattr__(self, name: str) -> Any:
        """A field that isn't there yet: all of them are made."""
        if name not in _ROWS:
            raise AttributeError(name)
        whole = _whole(self._shop)
        for field in _ROWS:
            self.__dict__.setdefault(field, getattr(whole, field))
        return self.__dict__[name]


def _named(shop: Shop) -> Draft:
    draft = Draft(shop, SHARED_ACCOUNT, since=-900, last_seen=-0.001)
    _aliases(draft)
    return draft


def _whole(shop: Shop) -> Customer:
    draft = _named(shop)
    _subscriptions(draft)
    _purchases(draft)
    for number in range(ATTRIBUTES):
        draft.described({f"device_{number:03d}": f"installed build {4000 + number}"})
    for number in range(INVOICES):
        draft.invoiced("course_web", 29.0, on=-3 * (number + 1), paid=number % 9 != 0)
    tokens = {token_code(n): 5 * n for n in range(1, RETIRED_TOKENS + 1)}
    return draft.holding(GLD=1_999_999_990, SLV=12, **tokens).customer


def _aliases(draft: Draft) -> None:
    named = [f"real.person.{n:02d}@example.com" for n in range(NAMED_ALIASES)]
    anonymous = [anonymous_id("shared", n) for n in range(ALIASES - NAMED_ALIASES - 1)]
    draft.known_as(*anonymous, since=-800).known_as(*named, since=-300)


def _subscriptions(draft: Draft) -> None:
    for number in range(SUBSCRIPTIONS):
        draft.using(_COUNTRIES[number % len(_COUNTRIES)], "iOS")
        product = _PRODUCTS[number % len(_PRODUCTS)]
        environment = "sandbox" if number % 6 == 5 else "production"
        if number % 3 == 0:
            draft.subscribed(product, since=-number, until=number % 28 + 1, environment=environment)
        else:
            draft.subscribed(
                product, since=-900, until=-number, status="expired", environment=environment
            )


def _purchases(draft: Draft) -> None:
    for number in range(PURCHASES):
        course = (course_key(number + 1),) if number < COURSES else ()
        product = "course_web" if course else "coins_500_play"
        status = "refunded" if number % 11 == 10 and not course else "owned"
        draft.bought(product, on=-number, status=status, entitlements=course)
