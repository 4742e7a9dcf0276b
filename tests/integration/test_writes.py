"""Each write changes what it says, and reading again shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from rctui.api.errors import (
    AlreadyExists,
    BadRequest,
    IdempotencyConflict,
    NotFound,
    RefusedBeforeSending,
    Unprocessable,
)
from tests.integration.everything import KEYED_WRITES, WRITES
from tests.integration.service import ANN, DAY_MS, entitlement_id, offering_id
from tests.simulated import NOW

if TYPE_CHECKING:
    from tests.integration.service import Client, Service

PRO, TEAM = entitlement_id("pro"), entitlement_id("team")
HOUR_MS = 3_600_000


async def ends(client: Client, customer_id: str = ANN) -> dict[str, int | None]:
    """When each active entitlement ends."""
    page = await client.reader.list_active_entitlements(customer_id)
    return {row.entitlement_id: row.expires_at for row in page.records}


async def test_a_created_customer_is_there_with_its_attributes(client: Client) -> None:
    created = await client.writer.create_customer("new-1", {"$email": "new@example.com"})
    again = await client.reader.get_customer("new-1", expand_attributes=True)
    assert created.id == again.id == "new-1"
    assert created.active_entitlements is None
    assert again.attributes is not None
    assert [(row.name, row.value) for row in again.attributes.records] == [
        ("$email", "new@example.com")
    ]
    with pytest.raises(AlreadyExists):
        await client.writer.create_customer("new-1")


async def test_a_deleted_customer_is_gone_under_every_name(client: Client) -> None:
    aliases = [row.id for row in (await client.reader.list_aliases(ANN)).records]
    deleted = await client.writer.delete_customer(ANN)
    assert (deleted.id, deleted.object, deleted.deleted_at) == (ANN, "customer", NOW)
    for alias in aliases:
        with pytest.raises(NotFound):
            await client.reader.get_customer(alias, expand_attributes=False)


async def test_a_grant_gives_access_at_once_and_its_row_appears_later(
    service: Service, client: Client
) -> None:
    until = NOW + 7 * DAY_MS
    answered = await client.writer.grant_entitlement(ANN, TEAM, expires_at=until)
    assert (answered.id, answered.active_entitlements) == (ANN, None)
    assert (await ends(client))[TEAM] == until
    before = (await client.reader.list_subscriptions(ANN)).records
    service.clock.advance(service.world.late_grant_ms)
    after = (await client.reader.list_subscriptions(ANN)).records
    [late] = [row for row in after if row.id not in {known.id for known in before}]
    assert (late.store, late.ends_at, late.gives_access) == ("promotional", until, True)


@pytest.mark.parametrize(("later_ms", "changes"), [(2 * HOUR_MS, False), (2 * HOUR_MS + 1, True)])
async def test_a_second_grant_that_ends_within_two_hours_answers_and_changes_nothing(
    client: Client, later_ms: int, changes: bool
) -> None:
    until = NOW + 7 * DAY_MS
    await client.writer.grant_entitlement(ANN, TEAM, expires_at=until)
    second = await client.writer.grant_entitlement(ANN, TEAM, expires_at=until + later_ms)
    assert second.id == ANN
    assert (await ends(client))[TEAM] == (until + later_ms if changes else until)


async def test_a_grant_of_the_past_is_refused_with_its_parameter(client: Client) -> None:
    with pytest.raises(Unprocessable) as raised:
        await client.writer.grant_entitlement(ANN, TEAM, expires_at=NOW)
    assert (raised.value.told.type, raised.value.told.param) == ("parameter_error", "expires_at")


async def test_revoking_ends_the_grant_and_leaves_what_was_bought(client: Client) -> None:
    bought_until = (await ends(client))[PRO]
    await client.writer.grant_entitlement(ANN, PRO, expires_at=NOW + 90 * DAY_MS)
    assert (await ends(client))[PRO] == NOW + 90 * DAY_MS
    await client.writer.revoke_granted_entitlement(ANN, PRO)
    assert (await ends(client))[PRO] == bought_until
    with pytest.raises(Unprocessable, match="no active grant"):
        await client.writer.revoke_granted_entitlement(ANN, PRO)


async def test_an_offering_is_overridden_and_cleared(service: Service, client: Client) -> None:
    sale = offering_id("spring_sale")
    for wanted in (sale, None):
        await client.writer.assign_offering(ANN, wanted)
        customer = service.world.find(ANN)
        assert customer is not None
        assert customer.offering_override == wanted
    with pytest.raises(NotFound, match="Could not find offering"):
        await client.writer.assign_offering(ANN, "ofrngnone")


async def test_attributes_are_set_and_deleted_and_answered_as_a_list(client: Client) -> None:
    answered = await client.writer.set_attributes(ANN, {"seat": "14 ü", "support_case": None})
    listed = await client.reader.list_attributes(ANN)
    assert answered.records == listed.records[: len(answered.items)]
    values = {row.name: row.value for row in listed.records}
    assert values["seat"] == "14 ü"
    assert "support_case" not in values
    with pytest.raises(BadRequest) as raised:
        await client.writer.set_attributes(ANN, {"1st": "x"})
    assert raised.value.told.param == "attributes"


@pytest.mark.parametrize("target", ["kim_tablet", "every_status"])
async def test_a_transfer_moves_what_was_bought_and_nothing_else(
    client: Client, target: str
) -> None:
    async def rows(customer_id: str) -> set[str]:
        subscriptions = await client.reader.list_subscriptions(customer_id)
        purchases = await client.reader.list_purchases(customer_id)
        return {row.id for row in subscriptions.records} | {row.id for row in purchases.records}

    moving, there = await rows(ANN), await rows(target)
    aliases = (await client.reader.list_aliases(ANN)).records
    moved = await client.writer.transfer(ANN, target)
    assert moved.source_customer is not None
    assert moved.target_customer is not None
    assert (moved.source_customer.id, moved.target_customer.id) == (ANN, target)
    assert await rows(ANN) == set()
    assert await rows(target) == moving | there
    assert (await client.reader.list_aliases(ANN)).records == aliases


async def test_a_transfer_can_be_of_some_apps_only(client: Client) -> None:
    apps = (await client.reader.list_apps()).records
    [play] = [app.id for app in apps if app.type == "play_store"]
    stores = {row.store for row in (await client.reader.list_subscriptions(ANN)).records}
    await client.writer.transfer(ANN, "kim_tablet", [play])
    left = {row.store for row in (await client.reader.list_subscriptions(ANN)).records}
    assert left == stores - {"play_store"}


@pytest.mark.parametrize("kind", KEYED_WRITES)
async def test_a_credit_and_a_debit_change_the_balance_by_as_much(
    service: Service, client: Client, kind: str
) -> None:
    write = getattr(client.writer, kind)
    page = await write(ANN, {"GLD": 20, "SLV": 3}, idempotency_key=str(uuid4()), reference="T-1")
    assert {row.currency_code: row.balance for row in page.records} == {"GLD": 100, "SLV": 3}
    page = await write(ANN, {"SLV": -3}, idempotency_key=str(uuid4()))
    assert {row.currency_code: row.balance for row in page.records} == {"SLV": 0}
    assert (service.balance("GLD"), service.balance("SLV")) == (100, 0)


@pytest.mark.parametrize("kind", KEYED_WRITES)
async def test_several_currencies_change_together_or_not_at_all(
    service: Service, client: Client, kind: str
) -> None:
    with pytest.raises(Unprocessable) as raised:
        await getattr(client.writer, kind)(ANN, {"SLV": 1, "GLD": -81}, idempotency_key="k")
    assert raised.value.told.param == "adjustments"
    assert not raised.value.may_have_applied
    assert (service.balance("GLD"), service.balance("SLV")) == (80, 0)


async def test_one_key_is_one_change_and_another_body_under_it_a_conflict(
    service: Service, client: Client
) -> None:
    credit = client.writer.create_currency_transaction
    first = await credit(ANN, {"GLD": 5}, idempotency_key="k")
    second = await credit(ANN, {"GLD": 5}, idempotency_key="k")
    assert first.records == second.records
    with pytest.raises(IdempotencyConflict) as raised:
        await credit(ANN, {"GLD": 6}, idempotency_key="k")
    assert (raised.value.status, raised.value.retryable) == (409, False)
    assert service.balance("GLD") == 85
    assert client.waits == []


async def test_blocking_removes_the_customer_and_unblocking_brings_an_empty_one(
    client: Client,
) -> None:
    await client.writer.block_customer(ANN)
    with pytest.raises(NotFound):
        await client.reader.get_customer(ANN, expand_attributes=False)
    assert (await client.reader.list_blocked_customers()).records[0].id == ANN
    with pytest.raises(Unprocessable, match="is blocked"):
        await client.writer.create_customer(ANN)
    await client.writer.unblock_customer(ANN)
    again = await client.reader.get_customer(ANN, expand_attributes=True)
    assert again.attributes is not None
    assert again.attributes.items == ()
    with pytest.raises(NotFound):
        await client.writer.unblock_customer(ANN)


async def test_the_hundred_and_first_block_is_refused(service: Service, client: Client) -> None:
    for number in range(100 - len(service.world.blocked)):
        await client.writer.block_customer(f"farm_{number}")
    with pytest.raises(Unprocessable, match="100"):
        await client.writer.block_customer("one_more")
    await client.writer.block_customer("farm_1")
    assert len((await client.reader.list_blocked_customers()).records) == 100


async def test_a_read_only_connection_sends_no_write(service: Service) -> None:
    async with service.client(read_only=True) as client:
        for write in WRITES.values():
            with pytest.raises(RefusedBeforeSending):
                await write(client.writer)
        assert (await client.reader.get_customer(ANN, expand_attributes=False)).id == ANN
    assert service.received.writes == []
