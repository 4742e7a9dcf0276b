"""What Skylark Web sells: the same school to people without the apps, who pay on its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Shop
from rctui.demo.dataset.wares import Wares
from rctui.demo.identity import OTHER_PROJECT_ID

if TYPE_CHECKING:
    from rctui.demo.dataset.calendar import Calendar

_BRANCH: Final = ("web",)
_WARES: Final = Wares(
    project_id=OTHER_PROJECT_ID,
    opened=-420,
    apps={
        "rc_billing": (
            "Skylark web",
            {"app_name": "Skylark", "support_email": "help@skylark.example"},
        ),
        "stripe": ("Skylark schools (Stripe)", {"stripe_account_id": None}),
        "test_store": ("Test Store", {}),
    },
    entitlements={"pro": "Pro", "team": "Team seats", "offline": "Offline lessons"},
    products={
        "pro_monthly": ("rc_billing", "pro_monthly", "Pro monthly", "P1M", ("pro",)),
        "pro_yearly": ("rc_billing", "pro_yearly", "Pro yearly", "P1Y", ("pro", "offline")),
        "school_yearly": ("stripe", "prod_School", "School, 30 seats", "P1Y", ("team", "pro")),
        "pro_test": ("test_store", "pro_test", "Pro monthly (test)", "P1M", ("pro",)),
        "coins_500": ("rc_billing", "coins_500", "500 gold coins", None, ()),
        "workbook": ("rc_billing", "workbook", "Workbook as PDF", None, ("offline",)),
    },
    one_time_types={"coins_500": "consumable", "workbook": "one_time"},
    offerings={"default": "Prices on the site", "schools": "Schools"},
    currencies={"GLD": ("Gold", "Buys hints and extra lessons")},
    branch=_BRANCH,
)


def opened_web_shop(calendar: Calendar) -> Shop:
    """The shop, with dates that suit the calendar."""
    return Shop(_WARES.catalogue(calendar), calendar, _BRANCH)
