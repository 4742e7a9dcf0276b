"""The painful situations of a support desk, by number, and the customers that show them.

1 paid, but the product gives nothing · 2 bought before logging in · 3 bought on the other account
· 4 restore does nothing · 5 kept with the original id · 6 reinstalled · 7 alias soup · 8 everyone
shares one id · 9 the app logged in "null" · 10 sandbox against production · 11 card failing ·
12 cancelled, still has access · 13 refunded, still has access · 14 family member · 15 goodwill
month · 16 a grant hides the paid subscription · 17 coins missing · 18 chargeback farm · 19 delete
me · 20 several customers with one e-mail address.
"""

from __future__ import annotations

from typing import Final

from rctui.demo.dataset.access_stories import BOUGHT_ANONYMOUSLY, REINSTALLED
from rctui.demo.dataset.shared_account import SHARED_ACCOUNT

SITUATIONS: Final[dict[int, tuple[str, ...]]] = {
    1: ("paid_no_entitlement",),
    2: ("bought_before_login", BOUGHT_ANONYMOUSLY),
    3: ("phone_first_login", "phone_second_login"),
    4: ("restore_does_nothing",),
    5: ("new_account_kept_out", "old_account_keeps_pro"),
    6: ("account_before_reinstall", REINSTALLED),
    7: ("alias_soup",),
    8: (SHARED_ACCOUNT,),
    9: ("login_sent_null",),
    10: ("tester_in_sandbox",),
    11: ("card_failing_in_grace", "card_failing_in_retry"),
    12: ("cancelled_still_has_access",),
    13: ("refunded_still_has_access",),
    14: ("family_member",),
    15: ("goodwill_month",),
    16: ("grant_hides_paid",),
    17: ("coins_missing",),
    18: ("chargeback_farm",),
    19: ("delete_me_please",),
    20: ("kim_phone", "kim_tablet", "kim_old_account"),
}
"""Number of a situation: the customer whom a ticket is about, then the others it involves."""
