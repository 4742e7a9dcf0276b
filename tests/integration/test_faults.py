"""What is repeated, what is not, and what is known after the line failed."""

from __future__ import annotations

import asyncio
import socket
from itertools import cycle
from typing import TYPE_CHECKING, Final

import pytest

from rctui.api.errors import ApiError, LineLost, NotSent, RateLimited, ResourceLocked, ServerFailed
from rctui.api.http_client import Deadlines
from rctui.demo import effects
from rctui.demo.hold import Hold
from tests.integration.everything import KEYED_WRITES, READS, WRITES
from tests.integration.service import ANN, Service, running_service
from tests.simulated import Clock, demo_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.effects import Effect
    from tests.integration.service import Client

CUTS: Final = {
    "closed before": effects.cut_before(),
    "reset before": effects.cut_before(reset=True),
    "closed after": effects.cut_after(),
    "reset after": effects.cut_after(reset=True),
    "closed within the headers": effects.cut_short(0),
    "closed within the body": effects.cut_short(10),
    "reset within the body": effects.cut_short(10, reset=True),
}
BROKEN: Final = {
    **CUTS,
    "500": effects.failed(500),
    "503 after acting": effects.failed(503, applied=True),
    "a gateway's page": effects.gateway_page(),
}
PLAIN_WRITES: Final = [name for name in WRITES if name not in KEYED_WRITES]


async def credit(client: Client, key: str = "k") -> None:
    await client.writer.create_currency_transaction(ANN, {"GLD": 5}, idempotency_key=key)


async def test_a_read_waits_as_long_as_the_service_says_and_then_succeeds(
    service: Service, client: Client
) -> None:
    service.faults.add(effects.failed(423, backoff_ms=700))
    service.faults.add(effects.failed(429, backoff_ms=2_500))
    service.faults.add(effects.failed(503, backoff_ms=40))
    assert (await client.reader.list_customers()).items
    assert client.waits == [0.7, 3.0, 0.04]
    assert client.records[-1].retries == 3
    assert client.records[-1].status == 200


async def test_a_read_is_sent_four_times_at_the_most(service: Service, client: Client) -> None:
    service.faults.add(effects.failed(429), times=None)
    with pytest.raises(RateLimited):
        await client.reader.list_customers()
    assert len(service.received) == 4
    assert len(client.waits) == 3


async def test_every_read_survives_a_lost_answer(service: Service, client: Client) -> None:
    for effect, (name, read) in zip(cycle(BROKEN.values()), READS.items(), strict=False):
        service.faults.add(effect)
        await read(client.reader)
        assert client.records[-1].retries == 1, name
    assert len(client.waits) == len(READS)


async def test_a_write_without_a_key_is_never_repeated_blindly(
    service: Service, client: Client
) -> None:
    for name in PLAIN_WRITES:
        service.faults.add(effects.cut_after(), operation=name)
        with pytest.raises(LineLost) as raised:
            await WRITES[name](client.writer)
        assert raised.value.may_have_applied, name
        assert "look at the customer" in raised.value.hint
    assert [one.operation for one in service.received] == PLAIN_WRITES
    assert len(service.received.applied) == len(PLAIN_WRITES)
    assert client.waits == []


async def test_whatever_breaks_a_plain_write_is_sent_once_and_its_outcome_open(
    service: Service, client: Client
) -> None:
    for name, effect in BROKEN.items():
        service.faults.add(effect, operation="set_attributes")
        with pytest.raises((LineLost, ServerFailed)) as raised:
            await client.writer.set_attributes(ANN, {"a": "b"})
        assert raised.value.may_have_applied, name
    assert len(service.received) == len(BROKEN)
    assert client.waits == []


@pytest.mark.parametrize("error", [ResourceLocked, RateLimited])
async def test_a_write_that_was_certainly_not_done_is_sent_once_more(
    service: Service, client: Client, error: type[ApiError]
) -> None:
    status = 423 if error is ResourceLocked else 429
    service.faults.add(effects.failed(status, backoff_ms=1_000))
    await client.writer.set_attributes(ANN, {"a": "b"})
    service.faults.add(effects.failed(status, backoff_ms=1_000), times=None)
    with pytest.raises(error) as raised:
        await client.writer.set_attributes(ANN, {"a": "c"})
    assert not raised.value.may_have_applied
    assert client.waits == [1.0, 1.0]
    assert [one.applied for one in service.received] == [False, True, False, False]


@pytest.mark.parametrize("operation", KEYED_WRITES)
async def test_a_currency_write_is_repeated_with_its_key_and_applied_once(
    service: Service, client: Client, operation: str
) -> None:
    for number, effect in enumerate(BROKEN.values()):
        service.faults.add(effect, operation=operation)
        write = getattr(client.writer, operation)
        page = await write(ANN, {"GLD": 5}, idempotency_key=f"k-{number}")
        assert [row.balance for row in page.records] == [service.balance("GLD")]
        first, second = list(service.received)[-2:]
        assert first.idempotency_key == second.idempotency_key == f"k-{number}"
        assert first.body == second.body
    assert service.balance("GLD") == 80 + 5 * len(BROKEN)
    assert len(service.received.applied) == len(BROKEN)


async def test_a_currency_write_is_sent_three_times_at_the_most(
    service: Service, client: Client
) -> None:
    service.faults.add(effects.cut_after(), times=None)
    with pytest.raises(LineLost) as raised:
        await credit(client)
    assert raised.value.may_have_applied
    assert len(service.received) == 3
    assert service.balance("GLD") == 85
    service.faults.clear()
    await credit(client)
    assert service.balance("GLD") == 85
    await credit(client, "another-key")
    assert service.balance("GLD") == 90


@pytest.mark.parametrize("last", [effects.failed(423), effects.failed(429), effects.failed(422)])
async def test_a_refusal_after_a_lost_answer_does_not_say_that_nothing_happened(
    service: Service, client: Client, last: Effect
) -> None:
    service.faults.add(effects.cut_after())
    service.faults.add(last, times=None)
    with pytest.raises(ApiError) as raised:
        await credit(client)
    assert raised.value.may_have_applied
    assert service.balance("GLD") == 85


async def test_an_answer_that_takes_too_long_is_lost_although_the_write_happens(
    service: Service,
) -> None:
    hold = Hold()
    service.faults.add(effects.answer_held(hold), operation="set_attributes")
    async with service.client(deadlines=Deadlines(write_s=0.3)) as client:
        await client.reader.list_customers()  # so that the connection is open already
        with pytest.raises(LineLost) as raised:
            await client.writer.set_attributes(ANN, {"a": "b"})
        assert raised.value.may_have_applied
        await hold.reached()
        assert len(service.received.applied) == 1
        hold.release()


async def test_one_customers_trouble_is_not_anothers(service: Service, client: Client) -> None:
    hold = Hold()
    service.faults.add(effects.held(hold), path="/customers/kim_phone")
    waiting = asyncio.ensure_future(
        client.reader.get_customer("kim_phone", expand_attributes=False)
    )
    await hold.reached()
    assert (await client.reader.get_customer(ANN, expand_attributes=False)).id == ANN
    assert not waiting.done()
    hold.release()
    assert (await waiting).id == "kim_phone"


@pytest.fixture
def nobody() -> Iterator[Service]:
    """An address of this machine where nobody answers."""
    clock = Clock()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v2"
        yield Service(demo_app(clock=clock), clock, url, over_socket=True)


async def test_where_nobody_listens_nothing_was_sent(nobody: Service) -> None:
    async with nobody.client() as client:
        for name, write in WRITES.items():
            with pytest.raises(NotSent) as raised:
                await write(client.writer)
            assert not raised.value.may_have_applied, name
            assert "refuses connections" in raised.value.message
        with pytest.raises(NotSent):
            await client.reader.list_customers()
        assert len(client.waits) == 3 * (len(WRITES) + 1)
        assert {record.outcome for record in client.records} == {"not sent"}


@pytest.mark.parametrize("name", CUTS)
async def test_over_a_socket_a_request_that_began_to_leave_is_never_called_unsent(
    name: str,
) -> None:
    with running_service("over a socket") as service:
        service.faults.add(CUTS[name], operation="delete_customer")
        async with service.client() as client:
            with pytest.raises(LineLost) as raised:
                await client.writer.delete_customer(ANN)
            assert raised.value.may_have_applied
            assert [record.outcome for record in client.records] == ["answer lost"]
        assert (service.world.find(ANN) is None) == (service.received[0].applied)


async def test_a_server_that_goes_away_between_two_requests_takes_no_write_twice() -> None:
    with running_service("over a socket") as service:
        gone = service
        client_context = service.client()
        client = await client_context.__aenter__()
        await credit(client, "first")
    try:
        with pytest.raises((NotSent, LineLost)):
            await client.writer.set_attributes(ANN, {"a": "b"})
    finally:
        await client_context.__aexit__(None, None, None)
    assert [one.operation for one in gone.received.applied] == ["create_currency_transaction"]
