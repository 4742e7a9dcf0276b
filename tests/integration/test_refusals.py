"""Every refusal of the contract is the right error, with all that the service said."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import pytest

from rctui.api import errors
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    OTHER_PROJECT_KEY,
    READ_ONLY_KEY,
)
from rctui.demo.problems import Problem
from rctui.errors import ExitCode
from tests.integration.everything import READS, WRITES
from tests.integration.service import ANN, entitlement_id

if TYPE_CHECKING:
    from rctui.api.errors import ApiError
    from tests.integration.service import Client, Service

# status, type: error, how a command ends, whether the service calls it retryable
REFUSALS: Final[dict[tuple[int, str], tuple[type[ApiError], ExitCode]]] = {
    (400, "parameter_error"): (errors.BadRequest, ExitCode.ERROR),
    (400, "invalid_request"): (errors.BadRequest, ExitCode.ERROR),
    (401, "authentication_error"): (errors.AuthenticationFailed, ExitCode.NOT_ALLOWED),
    (403, "authorization_error"): (errors.PermissionDenied, ExitCode.NOT_ALLOWED),
    (404, "resource_missing"): (errors.NotFound, ExitCode.NOT_FOUND),
    (409, "resource_already_exists"): (errors.AlreadyExists, ExitCode.ERROR),
    (409, "idempotency_error"): (errors.IdempotencyConflict, ExitCode.ERROR),
    (409, "a_conflict_to_come"): (errors.Conflict, ExitCode.ERROR),
    (418, "a_refusal_to_come"): (errors.Refused, ExitCode.ERROR),
    (422, "parameter_error"): (errors.Unprocessable, ExitCode.ERROR),
    (422, "unprocessable_entity_error"): (errors.Unprocessable, ExitCode.ERROR),
    (422, "store_error"): (errors.StoreError, ExitCode.ERROR),
    (423, "resource_locked_error"): (errors.ResourceLocked, ExitCode.ERROR),
    (429, "rate_limit_error"): (errors.RateLimited, ExitCode.RATE_LIMITED),
    (500, "server_error"): (errors.ServerFailed, ExitCode.ERROR),
    (502, "server_error"): (errors.ServerFailed, ExitCode.ERROR),
    (503, "server_error"): (errors.ServerFailed, ExitCode.ERROR),
    (504, "server_error"): (errors.ServerFailed, ExitCode.ERROR),
}


async def test_each_status_and_type_is_an_error_of_its_own(
    service: Service, client: Client
) -> None:
    for (status, kind), (expected, exit_code) in REFUSALS.items():
        problem = Problem(status, kind, f"No: {kind}.", param="id")
        service.faults.add(effects.refused(problem), operation="get_customer", times=None)
        with pytest.raises(expected) as raised:
            await client.reader.get_customer(ANN, expand_attributes=False)
        service.faults.clear()

        error = raised.value
        assert type(error) is expected
        assert error.exit_code == exit_code
        assert (error.status, error.told.type, error.told.param) == (status, kind, "id")
        assert (error.message, error.operation) == (f"No: {kind}.", "get_customer")
        assert error.told.doc_url.startswith("https://errors.rev.cat/")
        assert error.request_id == service.received[-1].request_id != ""
        assert error.hint
        assert not error.may_have_applied


async def test_of_a_write_only_a_broken_server_leaves_the_outcome_open(
    service: Service, client: Client
) -> None:
    for (status, kind), (expected, _) in REFUSALS.items():
        problem = Problem(status, kind, "No.")
        service.faults.add(effects.refused(problem), operation="set_attributes", times=None)
        with pytest.raises(expected) as raised:
            await client.writer.set_attributes(ANN, {"a": "b"})
        service.faults.clear()
        assert raised.value.may_have_applied == (status >= 500)
        assert (raised.value.exit_code == ExitCode.OUTCOME_UNKNOWN) == (status >= 500)
    assert service.received.applied == []


@pytest.mark.parametrize("status", [502, 504])
async def test_a_gateways_web_page_is_a_failed_server(
    service: Service, client: Client, status: int
) -> None:
    service.faults.add(effects.gateway_page(status), times=None)
    with pytest.raises(errors.ServerFailed) as raised:
        await client.reader.list_customers()
    assert (raised.value.status, raised.value.told.type) == (status, "")
    assert "<html>" not in raised.value.message


UNREADABLE: Final = {
    "garbage": effects.garbage(),
    "a body that stops in the middle": effects.truncated(20),
    "a web page that calls itself a success": effects.answered(200, b"<html>", "text/html"),
    "nothing at all": effects.answered(200),
    "a redirect": effects.answered(302),
    "more than anyone can hold": effects.huge(9 * 1024 * 1024),
    "no items": effects.without("items"),
    "items that are no list": effects.amended(items={"a": 1}),
}


async def test_what_is_no_answer_is_said_so_and_not_asked_again(
    service: Service, client: Client
) -> None:
    for name, effect in UNREADABLE.items():
        service.faults.add(effect)
        with pytest.raises(errors.AnswerUnreadable):
            await client.reader.list_customers()
        assert client.records[-1].retries == 0, name


async def test_a_success_that_can_not_be_read_leaves_a_write_open(
    service: Service, client: Client
) -> None:
    service.faults.add(effects.garbage(), operation="set_attributes")
    with pytest.raises(errors.AnswerUnreadable) as raised:
        await client.writer.set_attributes(ANN, {"a": "b"})
    assert raised.value.may_have_applied
    assert len(service.received.applied) == 1


async def test_an_item_that_can_not_be_read_keeps_its_place(
    service: Service, client: Client
) -> None:
    items = [{"id": "a"}, {"id": 5}, "x", {"id": "b", "colour": "new"}]
    service.faults.add(effects.amended(items=items))
    page = await client.reader.list_customers()
    assert [item.id for item in page.records] == ["a", "b"]
    assert [unreadable.raw for unreadable in page.unreadable] == items[1:3]
    assert page.items.index(page.records[1]) == 3
    assert page.records[1].raw["colour"] == "new"


async def test_a_key_nobody_knows_is_refused_everywhere(service: Service) -> None:
    async with service.client("sk_nobody_knows_this_one") as client:
        for read in READS.values():
            with pytest.raises(errors.AuthenticationFailed) as raised:
                await read(client.reader)
            assert (raised.value.status, raised.value.told.type) == (401, "authentication_error")
        for write in WRITES.values():
            with pytest.raises(errors.AuthenticationFailed):
                await write(client.writer)
        assert client.waits == []
    assert service.received.applied == []


async def test_another_projects_key_is_told_from_a_missing_permission(service: Service) -> None:
    async with service.client(OTHER_PROJECT_KEY) as client:
        for name, read in READS.items():
            if name == "list_projects":
                continue
            with pytest.raises(errors.WrongProject) as raised:
                await read(client.reader)
            assert raised.value.exit_code == ExitCode.NOT_ALLOWED
        for write in WRITES.values():
            with pytest.raises(errors.WrongProject):
                await write(client.writer)
    async with service.client(project_id="proj_nowhere") as client:
        with pytest.raises(errors.WrongProject):
            await client.reader.list_customers()
    assert service.received.applied == []


_INFORMATION: Final = "customer_information"
_CONFIGURATION: Final = "project_configuration"
NEEDS: Final = {
    "get_subscription": f"{_INFORMATION}:subscriptions:read",
    "list_transactions": f"{_INFORMATION}:subscriptions:read",
    "get_purchase": f"{_INFORMATION}:purchases:read",
    "list_subscriptions": f"{_INFORMATION}:subscriptions:read",
    "search_subscriptions": f"{_INFORMATION}:subscriptions:read",
    "list_purchases": f"{_INFORMATION}:purchases:read",
    "search_purchases": f"{_INFORMATION}:purchases:read",
    "list_virtual_currencies": f"{_INFORMATION}:purchases:read",
    "list_invoices": f"{_INFORMATION}:invoices:read",
    "list_projects": f"{_CONFIGURATION}:projects:read",
    "list_apps": f"{_CONFIGURATION}:apps:read",
    "list_entitlements": f"{_CONFIGURATION}:entitlements:read",
    "list_offerings": f"{_CONFIGURATION}:offerings:read",
    "list_products": f"{_CONFIGURATION}:products:read",
    "list_project_currencies": f"{_CONFIGURATION}:virtual_currencies:read",
}
"""What a key for customers alone may not read, and the permission that it lacks."""


async def test_a_key_for_customers_alone_is_told_what_else_it_needs(service: Service) -> None:
    async with service.client(CUSTOMERS_ONLY_KEY) as client:
        for name, read in READS.items():
            if name not in NEEDS:
                await read(client.reader)
                continue
            with pytest.raises(errors.PermissionDenied) as raised:
                await read(client.reader)
            assert raised.value.permission == NEEDS[name]
            assert NEEDS[name] in raised.value.hint


async def test_a_key_that_only_reads_changes_nothing(service: Service) -> None:
    async with service.client(READ_ONLY_KEY) as client:
        for read in READS.values():
            await read(client.reader)
        for write in WRITES.values():
            with pytest.raises(errors.PermissionDenied) as raised:
                await write(client.writer)
            assert (raised.value.permission or "").endswith(":read_write")
    assert service.received.applied == []


async def test_a_second_write_to_a_busy_customer_waits_once_and_is_then_refused(
    service: Service, client: Client
) -> None:
    hold = Hold()
    service.faults.add(effects.held(hold), operation="set_attributes")
    first = asyncio.ensure_future(client.writer.set_attributes(ANN, {"a": "1"}))
    await hold.reached()
    with pytest.raises(errors.ResourceLocked) as raised:
        await client.writer.grant_entitlement(
            ANN, entitlement_id("team"), expires_at=service.clock() + 1
        )
    assert raised.value.told.backoff_ms == 500
    assert not raised.value.may_have_applied
    assert client.waits == [0.5]
    hold.release()
    await first
    assert [one.operation for one in service.received.applied] == ["set_attributes"]


async def test_a_used_up_budget_is_waited_for_and_then_said(
    service: Service, client: Client
) -> None:
    service.app.state.rate_limits.limits["customer_information"] = 2
    await client.reader.list_customers()
    service.clock.advance(45_000 - service.clock() % 60_000)
    await client.reader.list_customers()
    with pytest.raises(errors.RateLimited) as raised:
        await client.reader.list_customers()
    assert (raised.value.told.retry_after_s, raised.value.told.backoff_ms) == (15, 15_000)
    assert raised.value.exit_code == ExitCode.RATE_LIMITED
    assert client.waits == [15.0] * 3
    await client.reader.list_apps()
