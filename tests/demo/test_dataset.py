"""The data set holds what tests, pictures and newcomers look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset.odd_names import HOSTILE_ID, ODD_IDS
from rctui.demo.dataset.shared_account import SHARED_ACCOUNT
from rctui.demo.dataset.situations import SITUATIONS
from rctui.demo.routes.entitlements import active_entitlements
from rctui.demo.world import World
from tests.simulated import NOW

if TYPE_CHECKING:
    from rctui.demo.records import Customer, Purchase, Subscription

WORLD = World.seeded(customers=0, now_ms=NOW)
EVERYONE = [one for profile in WORLD.profiles() if (one := WORLD.find(profile.id))]
DAY = 86_400_000


def customer(customer_id: str) -> Customer:
    found = WORLD.find(customer_id)
    assert found is not None
    return found


def all_rows() -> list[Subscription | Purchase]:
    rows: list[Subscription | Purchase] = []
    for one in EVERYONE:
        rows += [*one.subscriptions, *one.purchases]
    return rows


def has_access(customer_id: str) -> bool:
    return bool(active_entitlements(customer(customer_id), NOW))


def test_every_situation_has_customers_of_its_own() -> None:
    assert list(SITUATIONS) == list(range(1, 21))
    everybody = [one for ids in SITUATIONS.values() for one in ids]
    assert len(everybody) == len(set(everybody))
    assert all(customer(one).id == one for one in everybody)


def test_1_pays_for_a_product_that_gives_nothing() -> None:
    (row,) = customer(SITUATIONS[1][0]).subscriptions
    assert (row.status, row.gives_access, row.entitlement_ids) == ("active", True, ())
    assert not has_access(SITUATIONS[1][0])


def test_2_bought_under_an_anonymous_id() -> None:
    account, anonymous = SITUATIONS[2]
    assert list(customer(account).aliases) == [account]
    assert customer(account).subscriptions == []
    assert anonymous.startswith("$RCAnonymousID:")
    assert has_access(anonymous)


def test_3_the_purchase_is_on_the_other_account() -> None:
    asked, owner = SITUATIONS[3]
    assert not has_access(asked)
    assert customer(owner).subscriptions[0].original_customer_id == asked


def test_4_the_only_purchase_is_in_the_test_store() -> None:
    (row,) = customer(SITUATIONS[4][0]).subscriptions
    assert (row.store, row.environment, row.gives_access) == ("test_store", "sandbox", False)


def test_5_the_original_id_keeps_the_purchase() -> None:
    new, old = SITUATIONS[5]
    assert customer(new).subscriptions == []
    assert customer(new).purchases == []
    assert has_access(old)


def test_6_the_purchase_is_on_an_anonymous_id_that_was_seen_just_now() -> None:
    account, anonymous = SITUATIONS[6]
    assert customer(anonymous).subscriptions[0].original_customer_id == account
    assert NOW - (customer(anonymous).profile.last_seen_at or 0) < DAY


def test_7_has_a_dozen_names_of_every_kind() -> None:
    names = list(customer(SITUATIONS[7][0]).aliases)
    assert len(names) > 10
    assert any("@" in name for name in names)


def test_8_is_hundreds_of_people() -> None:
    shared = customer(SHARED_ACCOUNT)
    assert SITUATIONS[8] == (SHARED_ACCOUNT,)
    assert len(shared.aliases) >= 400
    assert len({row.country for row in shared.subscriptions}) > 5
    assert min(len(shared.attributes), len(shared.subscriptions), len(shared.purchases)) > 200
    assert min(len(shared.invoices), len(shared.balances)) > 100
    assert len(active_entitlements(shared, NOW)) > 100


def test_9_was_logged_in_as_null() -> None:
    values = {one.value for one in customer(SITUATIONS[9][0]).attributes.values()}
    assert "null" in values
    assert WORLD.find("null") is None


def test_10_only_has_access_in_the_sandbox() -> None:
    rows = customer(SITUATIONS[10][0]).subscriptions
    assert {row.environment for row in rows if row.gives_access} == {"sandbox"}
    assert {row.environment for row in rows} == {"sandbox", "production"}


def test_11_the_card_fails_with_and_without_access() -> None:
    statuses = [customer(one).subscriptions[0].status for one in SITUATIONS[11]]
    assert statuses == ["in_grace_period", "in_billing_retry"]
    assert [has_access(one) for one in SITUATIONS[11]] == [True, False]


def test_12_will_not_renew_and_has_access() -> None:
    (row,) = customer(SITUATIONS[12][0]).subscriptions
    assert (row.auto_renewal_status, row.gives_access) == ("will_not_renew", True)


def test_13_was_refunded_and_has_access() -> None:
    refunded = customer(SITUATIONS[13][0])
    assert refunded.purchases[0].status == "refunded"
    assert refunded.subscriptions[0].revenue.gross == 0.0
    assert has_access(refunded.id)


def test_14_shares_a_family_members_subscription() -> None:
    (row,) = customer(SITUATIONS[14][0]).subscriptions
    assert (row.ownership, row.revenue.gross) == ("family_shared", 0.0)


def test_15_pays_already_so_that_a_grant_adds_nothing_now() -> None:
    assert has_access(SITUATIONS[15][0])


def test_16_has_a_grant_of_what_is_paid_for() -> None:
    paid, _old, grant = customer(SITUATIONS[16][0]).subscriptions
    assert (paid.store, grant.store) == ("app_store", "promotional")
    assert paid.entitlement_ids == grant.entitlement_ids
    assert paid.gives_access
    assert grant.gives_access


def test_17_bought_more_coins_than_there_are() -> None:
    short = customer(SITUATIONS[17][0])
    assert len(short.purchases) * 500 > short.balances["GLD"]


def test_18_got_everything_refunded() -> None:
    farm = customer(SITUATIONS[18][0])
    assert {row.status for row in farm.purchases} == {"refunded"}
    assert farm.balances["GLD"] > 0


def test_19_has_live_subscriptions_in_three_stores_and_an_invoice() -> None:
    leaving = customer(SITUATIONS[19][0])
    stores = {row.store for row in leaving.subscriptions if row.gives_access}
    assert stores == {"app_store", "play_store", "rc_billing"}
    assert leaving.invoices


def test_20_three_customers_have_one_email() -> None:
    assert len({customer(one).email for one in SITUATIONS[20]}) == 1
    assert [has_access(one) for one in SITUATIONS[20]] == [True, False, False]


STORES = {
    "amazon", "app_store", "mac_app_store", "play_store", "promotional", "stripe", "rc_billing",
    "external", "roku", "paddle", "paypal", "galaxy", "test_store",
}  # fmt: skip
STATUSES = {
    "trialing", "active", "expired", "in_grace_period", "in_billing_retry", "paused", "unknown",
    "incomplete",
}  # fmt: skip
RENEWALS = {
    "will_renew", "will_not_renew", "will_change_product", "will_pause",
    "requires_price_increase_consent", "has_already_renewed",
}  # fmt: skip
APPS = {
    "amazon", "app_store", "mac_app_store", "play_store", "stripe", "rc_billing", "roku", "paddle",
    "test_store",
}  # fmt: skip
PRODUCTS = {
    "subscription", "one_time", "consumable", "non_consumable", "non_renewing_subscription",
}  # fmt: skip


@pytest.mark.parametrize(
    ("documented", "shown"),
    [
        (STORES, {row.store for row in all_rows()}),
        (STATUSES, {row.status for one in EVERYONE for row in one.subscriptions}),
        (RENEWALS, {r.auto_renewal_status for one in EVERYONE for r in one.subscriptions}),
        ({"owned", "refunded"}, {row.status for one in EVERYONE for row in one.purchases}),
        ({"purchased", "family_shared"}, {row.ownership for row in all_rows()}),
        ({"production", "sandbox"}, {row.environment for row in all_rows()}),
        (APPS, {app.type for app in WORLD.catalogue.apps.values()}),
        (PRODUCTS, {product.type for product in WORLD.catalogue.products.values()}),
        (
            {"JPY", "KWD", "EUR"},
            {i.total.currency for one in EVERYONE for i in one.invoices},
        ),
    ],
    ids=[
        "store",
        "status",
        "renewal",
        "purchase",
        "ownership",
        "env",
        "app",
        "product",
        "currency",
    ],
)
def test_every_documented_value_is_shown(documented: set[str], shown: set[str]) -> None:
    assert documented <= shown


def test_some_values_are_in_no_document_yet() -> None:
    assert {row.store for row in all_rows()} - STORES
    assert {row.status for one in EVERYONE for row in one.subscriptions} - STATUSES


def test_ids_of_rows_are_unique() -> None:
    ids = [row.id for row in all_rows()]
    assert len(ids) == len(set(ids))


def test_what_a_newcomer_sees_first_has_a_story() -> None:
    first = [profile.id for profile in WORLD.profiles()][:27]
    stories = {one for ids in SITUATIONS.values() for one in ids} | {"user_42"}

    assert first[0] == "user_42"
    assert set(first) <= stories


def test_oddities_come_after_everything_else_with_a_name() -> None:
    ids = [profile.id for profile in WORLD.profiles()]
    oddities = [ids.index(one) for one in (*ODD_IDS, HOSTILE_ID)]

    assert min(oddities) > 30
    assert max(oddities) == len(ids) - 1


def test_entitlements_have_names_that_explain_themselves() -> None:
    first = [one.lookup_key for one in WORLD.catalogue.entitlements.values()][:5]

    assert first == ["pro", "plus", "legacy", "team", "offline"]
