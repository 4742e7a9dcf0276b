"""The situations of a support desk, as the simulated project shows them: which rule answers each.

Read over the API, so that the models, the lists and the rules are tried together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.clock import epoch_ms
from rctui.customers.listing import first_page, with_next_page
from rctui.customers.names import names_in
from rctui.customers.reads import ListSection, OpenCustomer
from rctui.customers.sections import Phase, Section, SectionState
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.verdicts.facts import Facts
from rctui.customers.verdicts.reasons import also, explain
from rctui.demo.dataset.situations import SITUATIONS
from rctui.wiring.demo import DemoOptions, open_demo

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.customers.listing import Listing

RULES: dict[str, tuple[str, set[str]]] = {
    "paid_no_entitlement": ("paid-no-entitlement", set()),
    "bought_before_login": ("nothing-bought", set()),
    "phone_first_login": ("nothing-bought", set()),
    "phone_second_login": ("renews", {"moved-here"}),
    "restore_does_nothing": ("sandbox-ended", set()),
    "new_account_kept_out": ("nothing-bought", set()),
    "old_account_keeps_pro": ("renews", set()),
    "account_before_reinstall": ("nothing-bought", set()),
    "alias_soup": ("renews", {"alias-soup"}),
    "default_user": ("renews", {"shared-account", "refund-on-record", "balance-full", "balances"}),
    "login_sent_null": ("nothing-bought", {"empty-login"}),
    "tester_in_sandbox": ("sandbox-only", set()),
    "card_failing_in_grace": ("grace-period", set()),
    "card_failing_in_retry": ("billing-retry", set()),
    "cancelled_still_has_access": ("will-not-renew", set()),
    "refunded_still_has_access": ("will-not-renew", {"refund-on-record"}),
    "family_member": ("family-shared", set()),
    "goodwill_month": ("renews", set()),
    "grant_hides_paid": ("renews", {"grant-beside-paid"}),
    "coins_missing": ("bought-nothing-lasting", {"balances"}),
    "chargeback_farm": ("bought-nothing-lasting", {"refund-on-record", "balances"}),
    "delete_me_please": ("renews", set()),
    "kim_phone": ("renews", set()),
    "kim_tablet": ("nothing-bought", set()),
    "kim_old_account": ("ended", set()),
}
ANONYMOUS = ("renews", {"held-by-anonymous"})
CUSTOMERS = [one for involved in SITUATIONS.values() for one in involved]


async def whole(reader: CustomerReader, customer_id: str, section: Section) -> SectionState[Any]:
    listing: Listing[Any] = first_page(await ListSection(customer_id, section).run(reader), 0)
    while listing.more:
        page = await ListSection(customer_id, section, listing.next_cursor).run(reader)
        listing = with_next_page(listing, page, 0)
    return SectionState(Phase.LOADED, listing)


async def everything(reader: CustomerReader, customer_id: str) -> Facts:
    customer = await OpenCustomer(customer_id).run(reader)
    lists = [section for section in Section if section is not Section.ENTITLEMENTS]
    found: dict[str, Any] = {
        section.value: await whole(reader, customer_id, section) for section in lists
    }
    return Facts(customer, customer_id, **found)


@pytest.mark.parametrize("customer_id", CUSTOMERS)
async def test_each_situation_is_answered_by_its_rule(customer_id: str) -> None:
    opening = open_demo(DemoOptions(customers=60))
    backend = await opening.connect(opening.chosen)
    try:
        facts = await everything(backend.reader, customer_id)
    finally:
        await backend.close()
    names = opening.projects[0].names.with_learned(names_in(facts.subscription_rows))
    view = Viewpoint(names, epoch_ms())
    rule, others = RULES.get(customer_id, ANONYMOUS)
    verdict = explain(facts, view)
    assert verdict.rule == rule
    assert {one.rule for one in also(facts, view)} >= others
