"""What the Skylark project sells: a language school with courses, teams and coins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.catalogue import (
    App,
    Catalogue,
    Currency,
    Entitlement,
    Offering,
    Product,
    derived_hex,
)

if TYPE_CHECKING:
    from rctui.demo.dataset.calendar import Calendar

COURSES: Final = 120
"""Entitlements sold one by one, so that one customer can hold several pages of them."""
RETIRED_TOKENS: Final = 110
"""Currencies of past events."""
OPENED: Final = -1100
"""Day on which the project was set up."""

_APPS: Final[dict[str, tuple[str, dict[str, object]]]] = {
    "app_store": ("Skylark for iPhone", {"bundle_id": "app.skylark.ios"}),
    "mac_app_store": ("Skylark for Mac", {"bundle_id": "app.skylark.mac"}),
    "play_store": ("Skylark for Android", {"package_name": "app.skylark.android"}),
    "amazon": ("Skylark for Fire", {"package_name": "app.skylark.fire"}),
    "stripe": ("Skylark web (Stripe)", {"stripe_account_id": None}),
    "rc_billing": ("Skylark web", {"app_name": "Skylark", "support_email": "help@skylark.example"}),
    "roku": ("Skylark for Roku", {}),
    "paddle": ("Skylark desktop", {}),
    "test_store": ("Test Store", {}),
}

_ENTITLEMENTS: Final = {
    "pro": "Pro",
    "plus": "Plus",
    "legacy": "Legacy Pro",
    "team": "Team seats",
    "offline": "Offline lessons",
}

# short name: app, store identifier, display name, duration, lookup keys of its entitlements
_PRODUCTS: Final[dict[str, tuple[str, str, str, str | None, tuple[str, ...]]]] = {
    "pro_monthly_ios": ("app_store", "pro_monthly", "Pro monthly", "P1M", ("pro",)),
    "pro_yearly_ios": ("app_store", "pro_yearly", "Pro yearly", "P1Y", ("pro", "offline")),
    "plus_weekly_ios": ("app_store", "plus_weekly", "Plus weekly", "P1W", ("plus",)),
    "pro_yearly_mac": ("mac_app_store", "mac_pro_yearly", "Pro yearly", "P1Y", ("pro",)),
    "pro_monthly_play": ("play_store", "pro:monthly", "Pro monthly", "P1M", ("pro",)),
    "pro_yearly_play": ("play_store", "pro:yearly", "Pro yearly", "P1Y", ("pro", "offline")),
    "max_monthly_play": ("play_store", "max:monthly", "Max monthly", "P1M", ()),
    "plus_monthly_fire": ("amazon", "fire_plus_month", "Plus monthly", "P1M", ("plus",)),
    "pro_monthly_stripe": ("stripe", "prod_SkylarkPro", "Pro monthly", "P1M", ("pro",)),
    "pro_monthly_web": ("rc_billing", "web_pro_monthly", "Pro monthly (web)", "P1M", ("pro",)),
    "team_yearly_web": ("rc_billing", "web_team_yearly", "Team yearly", "P1Y", ("team", "pro")),
    "pro_monthly_roku": ("roku", "roku_pro", "Pro monthly", "P1M", ("pro",)),
    "pro_monthly_paddle": ("paddle", "pri_pro_monthly", "Pro monthly", "P1M", ("pro",)),
    "pro_monthly_test": ("test_store", "test_pro_monthly", "Pro monthly (test)", "P1M", ("pro",)),
    "lifetime_ios": ("app_store", "pro_lifetime", "Pro for life", None, ("pro",)),
    "phrasebook_play": ("play_store", "phrasebook", "Phrase book", None, ("offline",)),
    "coins_500_play": ("play_store", "coins_500", "500 gold coins", None, ()),
    "coins_100_ios": ("app_store", "coins_100", "100 gold coins", None, ()),
    "summer_pass_ios": ("app_store", "summer_pass", "Summer pass, 90 days", None, ("plus",)),
    "course_web": ("rc_billing", "web_course", "One course", None, ()),
}

_ONE_TIME_TYPES: Final = {
    "coins_500_play": "consumable",
    "coins_100_ios": "consumable",
    "summer_pass_ios": "non_renewing_subscription",
    "course_web": "one_time",
}

_OFFERINGS: Final = {
    "default": "Standard prices",
    "spring_sale": "Spring sale",
    "win_back": "Come back: half price",
}

_CURRENCIES: Final = {
    "GLD": ("Gold", "Buys hints and extra lessons"),
    "SLV": ("Silver", "Earned with streaks"),
    "GEM": ("Gems", "Buys outfits for the lark"),
}


def course_key(number: int) -> str:
    """Lookup key of one course's entitlement, counted from 1."""
    return f"course_{number:03d}"


def token_code(number: int) -> str:
    """Code of one retired event token, counted from 1."""
    return f"TOKEN{number:03d}"


def opened_shop(calendar: Calendar) -> Catalogue:
    """The whole catalogue, with dates that suit the calendar."""
    opened = calendar.day(OPENED)
    apps = {kind: _app(kind, opened) for kind in _APPS}
    entitlements = _entitlements(opened)
    ids = {entitlement.lookup_key: entitlement.id for entitlement in entitlements}
    products = {name: _product(name, apps, ids, opened) for name in _PRODUCTS}
    return Catalogue(
        apps={app.id: app for app in apps.values()},
        entitlements={entitlement.id: entitlement for entitlement in entitlements},
        products={product.id: product for product in products.values()},
        offerings={offering.id: offering for offering in _offerings(opened)},
        currencies={currency.code: currency for currency in _currencies(opened)},
        named_products=products,
    )


def _app(kind: str, opened: int) -> App:
    name, details = _APPS[kind]
    return App(f"app{derived_hex('app', kind)}", name, kind, opened, details)


def _entitlements(opened: int) -> list[Entitlement]:
    names = _ENTITLEMENTS | {course_key(n): f"Course {n}" for n in range(1, COURSES + 1)}
    return [
        Entitlement(f"entl{derived_hex('entitlement', key)}", key, name, opened + place)
        for place, (key, name) in enumerate(names.items())
    ]


def _product(name: str, apps: dict[str, App], ids: dict[str, str], opened: int) -> Product:
    kind, identifier, display_name, duration, keys = _PRODUCTS[name]
    return Product(
        id=f"prod{derived_hex('product', name)}",
        store_identifier=identifier,
        display_name=display_name,
        app=apps[kind],
        created_at=opened,
        duration=duration,
        type="subscription" if duration else _ONE_TIME_TYPES.get(name, "non_consumable"),
        entitlement_ids=tuple(ids[key] for key in keys),
    )


def _offerings(opened: int) -> list[Offering]:
    return [
        Offering(f"ofrng{derived_hex('offering', key)}", key, name, opened, key == "default")
        for key, name in _OFFERINGS.items()
    ]


def _currencies(opened: int) -> list[Currency]:
    current = [Currency(code, *names, opened) for code, names in _CURRENCIES.items()]
    return current + [
        Currency(token_code(n), f"Event token {n}", None, opened, is_active=False)
        for n in range(1, RETIRED_TOKENS + 1)
    ]
