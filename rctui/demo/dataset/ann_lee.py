"""The customer on the pictures: a little of everything, and a story that a ticket could tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Draft, anonymous_id

if TYPE_CHECKING:
    from rctui.demo.dataset.draft import Shop

ANN_LEE: Final = "user_42"


def ann_lee(shop: Shop) -> Draft:
    """Pays for Pro until the period ends, kept an old grant, and tested in the sandbox once."""
    draft = Draft(shop, ANN_LEE, since=-412, last_seen=-0.1)
    draft.using("DE", "android", "6.4.1", "35")
    draft.known_as(anonymous_id(ANN_LEE, 1), since=-412)
    draft.known_as("ann.lee@example.com", anonymous_id(ANN_LEE, 2), since=-120)
    draft.reachable("ann.lee@example.com", "Ann Lee")
    draft.described({"$phoneNumber": "+49 30 5550142", "favourite_language": "Portuguese"}, -60)
    draft.described({"support_case": "T-2041", "streak_days": "118"}, since=-3)
    draft.in_experiment("Shorter trial", "b")
    _history(draft)
    return draft.holding(GLD=80, SLV=0)


def _history(draft: Draft) -> None:
    draft.subscribed(
        "pro_monthly_play", since=-380, until=12, renewal="will_not_renew", paid=119.88
    )
    draft.granted("legacy", since=-200, until=None)
    draft.subscribed("plus_weekly_ios", since=-411, until=-390, status="expired", paid=5.97)
    draft.amended(auto_renewal_status="will_not_renew", country="AT")
    draft.subscribed(
        "pro_monthly_test", since=-30, until=-29, status="expired", environment="sandbox"
    )
    draft.subscribed(
        "pro_monthly_play", since=-25, until=-24, status="expired", environment="sandbox"
    )
    draft.bought("phrasebook_play", on=-310, paid=3.49)
    draft.bought("coins_500_play", on=-45, quantity=2, paid=9.98)
    draft.bought("coins_100_ios", on=-400, status="refunded")
    draft.bought("coins_500_play", on=-24, environment="sandbox", paid=0.0)
    draft.invoiced("course_web", 29.0, on=-75, currency="EUR")
    draft.invoiced("team_yearly_web", 240.0, on=-140, currency="EUR")
    draft.invoiced("course_web", 29.0, on=-2, currency="EUR", paid=False)
