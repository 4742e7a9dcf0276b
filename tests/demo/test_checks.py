"""What is checked before an operation is carried out, and in which order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    OTHER_PROJECT_KEY,
    READ_ONLY_KEY,
)
from rctui.demo.rate_limits import CURRENCY_WRITES, CUSTOMER_INFORMATION, RateLimits
from rctui.demo.route_table import OPERATIONS
from tests.simulated import PROJECT_URL, Clock, authorized, customer_url, demo_app, demo_client

if TYPE_CHECKING:
    import httpx

    from rctui.demo.operation import Operation
    from rctui.demo.server import SimulatedService

ANN = customer_url("user_42")
JSON = {"Content-Type": "application/json; charset=utf-8"}


def path_of(template: str) -> str:
    path = template.removeprefix("/v2").replace("{project_id}", PROJECT_URL.rsplit("/", 1)[1])
    return path.replace("{customer_id}", "user_42").replace("{invoice_id}", "rcbin1")


@pytest.mark.parametrize("authorization", ["", "sk_demo_not_a_real_key", "Bearer sk_wrong"])
async def test_a_key_that_nobody_knows_is_401(
    client: httpx.AsyncClient, authorization: str
) -> None:
    answer = await client.get(ANN, headers={"Authorization": authorization})

    assert answer.status_code == 401
    assert answer.json() == {
        "object": "error",
        "type": "authentication_error",
        "message": "Invalid API key.",
        "retryable": False,
        "doc_url": "https://errors.rev.cat/authentication-error",
    }


@pytest.mark.parametrize("project_id", ["projnobody", "projskyweb567"])
async def test_another_project_is_403_whether_or_not_it_exists(
    client: httpx.AsyncClient, project_id: str
) -> None:
    answer = await client.get(f"/projects/{project_id}/no/such/route")

    assert answer.status_code == 403
    message = f"The API key does not belong to the project {project_id}."
    assert answer.json()["message"] == message


async def test_a_key_of_another_project_is_403(app: SimulatedService) -> None:
    async with demo_client(app, key=OTHER_PROJECT_KEY) as client:
        assert (await client.get(ANN)).status_code == 403
        assert (await client.get("/projects/projskyweb567/customers")).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        f"{PROJECT_URL}/nothing",
        f"{PROJECT_URL}/customers/",
        f"{ANN}/entitlements",
        f"{ANN}/",
        f"{PROJECT_URL}/subscriptions/search?store_subscription_identifier=1",
        f"{PROJECT_URL}/purchases/search?store_purchase_identifier=1",
        f"{PROJECT_URL}/packages",
    ],
)
async def test_an_unknown_route_is_404(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    assert answer.status_code == 404
    assert answer.json()["type"] == "resource_missing"


@pytest.mark.parametrize(
    ("method", "path"),
    [("PATCH", ANN), ("DELETE", f"{PROJECT_URL}/customers"), ("GET", f"{ANN}/actions/transfer")],
)
async def test_a_wrong_method_is_400(client: httpx.AsyncClient, method: str, path: str) -> None:
    answer = await client.request(method, path)

    assert answer.status_code == 400
    assert answer.json()["type"] == "invalid_request"


WRITES = [one for one in OPERATIONS if one.is_write]


@pytest.mark.parametrize("operation", WRITES, ids=lambda one: one.name)
async def test_a_read_only_key_writes_nothing(operation: Operation, app: SimulatedService) -> None:
    async with demo_client(app, key=READ_ONLY_KEY) as client:
        answer = await client.request(operation.method, path_of(operation.path))

    assert answer.status_code == 403
    assert answer.json()["type"] == "authorization_error"
    assert "read_write" in answer.json()["message"]
    assert app.state.received.applied == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
async def test_a_missing_permission_is_403_and_named(
    operation: Operation, app: SimulatedService
) -> None:
    async with demo_client(app, key=CUSTOMERS_ONLY_KEY) as client:
        answer = await client.request(operation.method, path_of(operation.path))

    others = [one for one in operation.permissions if ":customers:" not in one]
    if others:
        assert answer.status_code == 403
        assert others[0] in answer.json()["message"]
    else:
        assert answer.status_code != 403


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
async def test_every_operation_wants_a_key(operation: Operation, client: httpx.AsyncClient) -> None:
    answer = await client.request(
        operation.method, path_of(operation.path), headers={"Authorization": ""}
    )

    assert answer.status_code == 401


@pytest.mark.parametrize("operation", WRITES, ids=lambda one: one.name)
async def test_one_undocumented_key_in_a_body_is_400(
    operation: Operation, client: httpx.AsyncClient
) -> None:
    answer = await client.request(
        operation.method, path_of(operation.path), json={"duration": "weekly"}
    )

    assert answer.status_code == 400
    assert answer.json()["type"] == "parameter_error"
    assert "'duration' was unexpected" in answer.json()["message"]


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b"{}", "text/plain"), (b"", "application/json"), (b"{", "application/json"), (b"{}", "")],
)
async def test_a_body_that_is_not_json_is_400(
    client: httpx.AsyncClient, content: bytes, content_type: str
) -> None:
    answer = await client.post(
        f"{ANN}/attributes", content=content, headers={"Content-Type": content_type}
    )

    assert answer.status_code == 400
    assert answer.json()["type"] == "invalid_request"


@pytest.mark.parametrize("body", [[], 1, None, "text"])
async def test_a_body_that_is_no_object_is_400(client: httpx.AsyncClient, body: object) -> None:
    answer = await client.post(f"{ANN}/attributes", content=json.dumps(body), headers=JSON)

    assert answer.json()["type"] == "parameter_error"


async def test_the_order_of_checks_is_that_of_the_service(clock: Clock) -> None:
    limits = RateLimits({CUSTOMER_INFORMATION: 0, CURRENCY_WRITES: 0, "project_configuration": 0})
    app = demo_app(clock=clock, rate_limits=limits)
    nobody, foreign = authorized("sk_wrong"), "/projects/projnobody"
    async with demo_client(app, key=READ_ONLY_KEY) as client:
        statuses = [
            (await client.put(f"{foreign}/nothing", headers=nobody)).status_code,
            (await client.put(f"{foreign}/nothing")).status_code,
            (await client.put(f"{PROJECT_URL}/nothing")).status_code,
            (await client.put(ANN, content=b"{")).status_code,
            (await client.delete(ANN)).status_code,
            (await client.get(ANN)).status_code,
        ]

    assert statuses == [401, 403, 404, 400, 403, 429]


async def test_the_limit_comes_before_the_body(clock: Clock) -> None:
    limits = RateLimits({CUSTOMER_INFORMATION: 0})
    async with demo_client(demo_app(clock=clock, rate_limits=limits)) as client:
        assert (await client.post(f"{ANN}/attributes", content=b"{")).status_code == 429


async def test_every_answer_has_a_request_id_of_its_own(client: httpx.AsyncClient) -> None:
    answers = [
        await client.get(ANN),
        await client.get("/nothing"),
        await client.get(ANN, headers={"Authorization": ""}),
        await client.post(f"{PROJECT_URL}/customers/blocked_customers/x"),
    ]

    assert len({UUID(answer.headers["x-request-id"]) for answer in answers}) == 4


async def test_json_ends_with_a_line_end(client: httpx.AsyncClient) -> None:
    answer = await client.get(ANN)

    assert answer.headers["content-type"] == "application/json"
    assert answer.content.endswith(b"}\n")


async def test_usage_is_counted_per_domain_and_key(app: SimulatedService) -> None:
    async with demo_client(app) as client:
        for used in ("1", "2"):
            answer = await client.get(ANN)
            assert answer.headers["RevenueCat-Rate-Limit-Current-Usage"] == used
        assert answer.headers["RevenueCat-Rate-Limit-Current-Limit"] == "480"
        apps = await client.get(f"{PROJECT_URL}/apps")
        assert apps.headers["RevenueCat-Rate-Limit-Current-Usage"] == "1"
        assert apps.headers["RevenueCat-Rate-Limit-Current-Limit"] == "60"
    async with demo_client(app, key=READ_ONLY_KEY) as client:
        answer = await client.get(ANN)
        assert answer.headers["RevenueCat-Rate-Limit-Current-Usage"] == "1"


async def test_a_used_up_limit_is_429_until_the_minute_is_over(clock: Clock) -> None:
    app = demo_app(clock=clock, rate_limits=RateLimits({CUSTOMER_INFORMATION: 1}))
    clock.now_ms += 60_000 - clock.now_ms % 60_000 + 45_500
    async with demo_client(app) as client:
        await client.get(ANN)
        refused = await client.get(ANN)

        assert refused.status_code == 429
        assert refused.headers["Retry-After"] == "15"
        assert refused.json()["backoff_ms"] == 14_500
        assert refused.json()["retryable"] is True
        clock.advance(14_500)
        assert (await client.get(ANN)).status_code == 200


async def test_an_old_version_answers_in_its_old_shape(app: SimulatedService) -> None:
    async with demo_client(app) as client:
        answer = await client.get("https://demo.rctui.invalid/v1/subscribers/user_42")

    assert answer.status_code == 403
    assert answer.json()["code"] == 7723


@pytest.mark.parametrize(
    "customer_id",
    [
        "Zoë Ångström",
        "100% legit",
        "already%20encoded",
        "日本語のユーザー",
        "dots.and:colons@example.com",
        "a+b&c=d?e#f",
        "tab\there",
        "$RC_PREVIEW_MODE_USER",
    ],
)
async def test_an_id_is_one_segment_decoded_once(
    client: httpx.AsyncClient, customer_id: str
) -> None:
    answer = await client.get(customer_url(customer_id))

    assert answer.json()["id"] == customer_id


async def test_an_encoded_slash_stays_within_its_segment(client: httpx.AsyncClient) -> None:
    missing = await client.get(customer_url("user_42/aliases"))
    double = await client.get(customer_url("already%2520encoded"))

    assert (missing.status_code, double.status_code) == (404, 404)
    assert missing.json()["message"] == "Resource not found."


async def test_an_empty_id_is_no_id(app: SimulatedService) -> None:
    async with demo_client(app) as client:
        answer = await client.delete(f"{PROJECT_URL}/customers/")

    assert answer.status_code == 404
    assert app.state.received[0].operation is None


async def test_the_word_blocked_customers_hides_a_customer_of_that_name(
    client: httpx.AsyncClient,
) -> None:
    name = {"id": "blocked_customers"}
    assert (await client.post(f"{PROJECT_URL}/customers", json=name)).status_code == 201

    listed = await client.get(customer_url("blocked_customers"))
    deleted = await client.delete(customer_url("blocked_customers"))

    assert listed.json()["stolen_cards_ltd"].keys() == {"updated_at_ms"}
    assert deleted.json()["id"] == "blocked_customers"


async def test_the_log_knows_every_request_and_whether_it_was_applied(
    app: SimulatedService,
) -> None:
    async with demo_client(app) as client:
        await client.get(ANN, params={"expand": "attributes"})
        await client.post(f"{ANN}/attributes", json={"attributes": []})
        body = {"attributes": [{"name": "a", "value": "b"}]}
        answer = await client.post(f"{ANN}/attributes", json=body)

    read, refused, applied = app.state.received
    assert (read.operation, read.query, read.status) == ("get_customer", "expand=attributes", 200)
    assert (refused.is_write, refused.applied, refused.status) == (True, False, 400)
    assert (applied.operation, applied.applied) == ("set_attributes", True)
    assert applied.path == f"/v2{ANN}/attributes"
    assert applied.request_id == answer.headers["x-request-id"]
    assert app.state.received.writes == [refused, applied]
    assert app.state.received.applied == [applied]
