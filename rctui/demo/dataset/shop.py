"""What the Skylark project sells: a language school with courses, teams and coins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.wares import Wares
from rctui.demo.identity import DEMO_PROJECT_ID

if TYPE_CHECKING:
    from rctui.demo.catalogue import Catalogue
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
    courses = {course_key(n): f"Course {n}" for n in range(1, COURSES + 1)}
    tokens = {token_code(n): f"Event token {n}" for n in range(1, RETIRED_TOKENS + 1)}
    wares = Wares(
        DEMO_PROJECT_ID,
        OPENED,
        _APPS,
        _ENTITLEMENTS | courses,
        _PRODUCTS,
        _ONE_TIME_TYPES,
        _OFFERINGS,
        _CURRENCIES,
        tokens,
    )
    return wares.catalogue(calendar)
