from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.demo.dataset.money_stories import SHARED_EMAIL
from rctui.demo.identity import DEMO_PROJECT_ID
from tests.simulated import NOW, PROJECT_URL, customer_url

if TYPE_CHECKING:
    import httpx

ANN = customer_url("user_42")

SUBSCRIPTION_KEYS = {
    "object", "id", "customer_id", "original_customer_id", "product_id", "starts_at",
    "current_period_starts_at", "current_period_ends_at", "ends_at", "gives_access",
    "pending_payment", "auto_renewal_status", "status", "total_revenue_in_usd",
    "presented_offering_id", "entitlements", "environment", "store",
    "store_subscription_identifier", "ownership", "pending_changes", "country", "management_url",
}  # fmt: skip
PURCHASE_KEYS = {
    "object", "id", "customer_id", "original_customer_id", "product_id", "purchased_at",
    "revenue_in_usd", "quantity", "status", "presented_offering_id", "entitlements", "environment",
    "store", "store_purchase_identifier", "ownership", "country",
}  # fmt: skip


async def items(client: httpx.AsyncClient, path: str, **query: Any) -> list[dict[str, Any]]:
    answer = await client.get(path, params=query)
    assert answer.status_code == 200
    body = answer.json()
    assert body["object"] == "list"
    assert body["url"] == f"https://demo.rctui.invalid/v2{path}"
    rows: list[dict[str, Any]] = body["items"]
    return rows


async def test_the_list_of_customers_is_thinner_than_one_customer(
    client: httpx.AsyncClient,
) -> None:
    first = (await items(client, f"{PROJECT_URL}/customers"))[0]
    one = (await client.get(ANN)).json()
    expanded = (await client.get(ANN, params={"expand": "attributes"})).json()

    assert first["id"] == one["id"] == "user_42"
    assert one.keys() - first.keys() == {"active_entitlements"}
    assert expanded.keys() - one.keys() == {"attributes"}
    assert one["project_id"] == DEMO_PROJECT_ID
    assert expanded["attributes"]["object"] == "list"


async def test_a_search_finds_everyone_with_exactly_this_email(client: httpx.AsyncClient) -> None:
    path = f"{PROJECT_URL}/customers"
    found = await items(client, path, search=SHARED_EMAIL)

    assert [one["id"] for one in found] == ["kim_phone", "kim_tablet", "kim_old_account"]
    assert await items(client, path, search=SHARED_EMAIL.upper()) == []
    assert await items(client, path, search="kim.park") == []
    assert await items(client, path, search="kim_phone") == []


async def test_a_search_finds_a_customer_of_the_crowd(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{PROJECT_URL}/customers", limit=100)
    somebody = next(one["id"] for one in reversed(rows) if "@example.com" in one["id"])

    found = await items(client, f"{PROJECT_URL}/customers", search=somebody)

    assert [one["id"] for one in found] == [somebody]


@pytest.mark.parametrize(
    ("path", "query", "param"),
    [
        (f"{PROJECT_URL}/customers", {"limit": "0"}, "limit"),
        (f"{PROJECT_URL}/customers", {"limit": "many"}, "limit"),
        (f"{PROJECT_URL}/customers", {"search": ""}, "search"),
        (f"{PROJECT_URL}/customers", {"search": "x" * 256}, "search"),
        (ANN, {"expand": "subscriptions"}, "expand"),
        (f"{ANN}/subscriptions", {"environment": "both"}, "environment"),
        (f"{ANN}/virtual_currencies", {"include_empty_balances": "1"}, "include_empty_balances"),
        (f"{PROJECT_URL}/subscriptions", {}, "store_subscription_identifier"),
        (f"{PROJECT_URL}/purchases", {}, "store_purchase_identifier"),
    ],
)
async def test_a_bad_parameter_is_400_and_named(
    client: httpx.AsyncClient, path: str, query: dict[str, str], param: str
) -> None:
    answer = await client.get(path, params=query)

    assert answer.status_code == 400
    assert answer.json()["type"] == "parameter_error"
    assert answer.json()["param"] == param


@pytest.mark.parametrize(
    "rest",
    [
        "", "/active_entitlements", "/aliases", "/attributes", "/subscriptions", "/purchases",
        "/invoices", "/virtual_currencies", "/invoices/rcbin1/file",
    ],
)  # fmt: skip
async def test_an_unknown_customer_is_404_and_not_created(
    client: httpx.AsyncClient, rest: str
) -> None:
    nobody = customer_url("nobody_we_know") + rest
    assert (await client.get(nobody)).status_code == 404
    assert (await client.get(nobody)).status_code == 404


async def test_any_alias_leads_to_the_same_customer(client: httpx.AsyncClient) -> None:
    aliases = await items(client, f"{ANN}/aliases")
    answers = [(await client.get(customer_url(one["id"]))).json()["id"] for one in aliases]

    assert len(aliases) == 4
    assert set(answers) == {"user_42"}


async def test_active_entitlements_are_bare_ids_with_an_end(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{ANN}/active_entitlements")

    assert {frozenset(row) for row in rows} == {
        frozenset({"object", "entitlement_id", "expires_at"})
    }
    assert None in {row["expires_at"] for row in rows}


async def test_subscriptions_have_every_documented_key(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{ANN}/subscriptions")

    assert {frozenset(row) for row in rows} == {frozenset(SUBSCRIPTION_KEYS)}
    assert rows[0]["entitlements"]["items"][0]["lookup_key"] == "pro"


async def test_purchases_have_every_documented_key(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{ANN}/purchases")

    assert {frozenset(row) for row in rows} == {frozenset(PURCHASE_KEYS)}


@pytest.mark.parametrize("name", ["subscriptions", "purchases"])
async def test_without_an_environment_both_are_listed(client: httpx.AsyncClient, name: str) -> None:
    both = await items(client, f"{ANN}/{name}")
    sandbox = await items(client, f"{ANN}/{name}", environment="sandbox")
    production = await items(client, f"{ANN}/{name}", environment="production")

    assert len(both) == len(sandbox) + len(production)
    assert {row["environment"] for row in sandbox} == {"sandbox"}
    assert {row["environment"] for row in production} == {"production"}


async def test_attributes_are_text(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{ANN}/attributes")

    by_name = {row["name"]: row["value"] for row in rows}
    assert by_name["$email"] == "ann.lee@example.com"
    assert by_name["$displayName"] == "Ann Lee"


async def test_empty_balances_are_only_listed_if_asked_for(client: httpx.AsyncClient) -> None:
    held = await items(client, f"{ANN}/virtual_currencies")
    every = await items(client, f"{ANN}/virtual_currencies", include_empty_balances="true")

    assert {row["currency_code"]: row["balance"] for row in held} == {"GLD": 80}
    assert {row["currency_code"]: row["balance"] for row in every} == {
        "GLD": 80,
        "SLV": 0,
        "GEM": 0,
    }


@pytest.mark.parametrize(
    ("kind", "parameter"),
    [
        ("subscriptions", "store_subscription_identifier"),
        ("purchases", "store_purchase_identifier"),
    ],
)
@pytest.mark.parametrize("owner", ["user_42", "of the crowd"])
async def test_a_store_identifier_leads_to_its_row(
    client: httpx.AsyncClient, kind: str, parameter: str, owner: str
) -> None:
    row = await somebodys_row(client, kind, owner)

    found = await items(client, f"{PROJECT_URL}/{kind}", **{parameter: row[parameter]})

    assert found == [row]
    assert await items(client, f"{PROJECT_URL}/{kind}", **{parameter: row[parameter][:-1]}) == []


async def somebodys_row(client: httpx.AsyncClient, kind: str, owner: str) -> dict[str, Any]:
    everyone = await items(client, f"{PROJECT_URL}/customers", limit=100)
    crowd = [one["id"] for one in everyone if one["id"].startswith("user_")][1:]
    for customer_id in [owner] if owner == "user_42" else crowd:
        rows = await items(client, customer_url(customer_id, kind))
        if rows:
            return rows[0]
    raise AssertionError(kind)


@pytest.mark.parametrize(
    ("resource", "kind"),
    [
        ("apps", "app"),
        ("entitlements", "entitlement"),
        ("offerings", "offering"),
        ("products", "product"),
        ("virtual_currencies", "virtual_currency"),
    ],
)
async def test_the_catalogue_can_be_read(
    client: httpx.AsyncClient, resource: str, kind: str
) -> None:
    rows = await items(client, f"{PROJECT_URL}/{resource}")

    assert {row["object"] for row in rows} == {kind}


async def test_products_can_be_asked_for_by_app(client: httpx.AsyncClient) -> None:
    roku = next(a["id"] for a in await items(client, f"{PROJECT_URL}/apps") if a["type"] == "roku")

    rows = await items(client, f"{PROJECT_URL}/products", app_id=roku)

    assert [row["store_identifier"] for row in rows] == ["roku_pro"]


async def test_a_key_sees_its_one_project(client: httpx.AsyncClient) -> None:
    rows = await items(client, "/projects")

    assert [row["id"] for row in rows] == [DEMO_PROJECT_ID]
    assert rows[0]["created_at"] < NOW
