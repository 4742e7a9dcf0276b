"""Production or sandbox, row by row: one project and one key hold both.

What is neither, or not told, counts as production in every decision and looks like neither.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.sections import SectionState

PRODUCTION: Final = "production"
SANDBOX: Final = "sandbox"

_BADGES: Final = {PRODUCTION: label("PROD"), SANDBOX: label("SBX")}
_UNKNOWN: Final = label("????")
_ALWAYS_COUNTED: Final = (_BADGES[PRODUCTION], _BADGES[SANDBOX])


def badge(environment: str | None) -> SafeText:
    """`PROD`, `SBX` or `????`."""
    return _BADGES.get(environment or "", _UNKNOWN)


def is_sandbox(environment: str | None) -> bool:
    """Whether the row is certainly only a test."""
    return environment == SANDBOX


def counts(
    subscriptions: SectionState[Subscription], purchases: SectionState[Purchase]
) -> SafeText:
    """`PROD 3 / SBX 2` from the loaded rows; `PROD 3+ / SBX 2+` where there may be more.

    Takes both lists without an environment filter. Empty while neither has been loaded.
    """
    listings = [state.listing for state in (subscriptions, purchases) if state.listing is not None]
    if not listings:
        return label("")
    seen = Counter(
        badge(getattr(row, "environment", None)) for listing in listings for row in listing.rows
    )
    whole = len(listings) == 2 and not any(one.more or one.cut_short for one in listings)
    shown = [*_ALWAYS_COUNTED, *([_UNKNOWN] if seen[_UNKNOWN] else [])]
    template = "{} {}" if whole else "{} {}+"
    return join(" / ", [phrase(template, one, seen[one]) for one in shown])
