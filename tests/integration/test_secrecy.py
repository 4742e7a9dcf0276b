"""The key is in the header of each request to the API, and nowhere else."""

from __future__ import annotations

import asyncio
import base64
import logging
import traceback
from typing import TYPE_CHECKING

import httpx
import pytest

from rctui.api.errors import AnswerUnreadable, ApiError, NotFound
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.demo.identity import DEMO_API_KEY
from tests.integration.everything import READS, WRITES
from tests.integration.service import ANN
from tests.simulated import authorized

if TYPE_CHECKING:
    from tests.integration.service import Client, Service


def assert_no_key_in(text: str) -> None:
    encoded = base64.b64encode(DEMO_API_KEY.encode()).decode().rstrip("=")
    for secret in (DEMO_API_KEY, DEMO_API_KEY[-8:], encoded, DEMO_API_KEY.encode().hex()):
        assert secret not in text


async def test_no_record_of_a_request_holds_the_key_or_a_query(
    service: Service, client: Client
) -> None:
    calls = [(read, client.reader) for read in READS.values()]
    for read, reader in calls:
        await read(reader)
    for write in WRITES.values():
        await write(client.writer)
    assert len(client.records) == len(service.received) == len(READS) + len(WRITES)
    for record, received in zip(client.records, service.received, strict=True):
        assert received.path == f"/v2{record.path}"
        assert record.request_id == received.request_id
        assert record.status == received.status
        assert "?" not in record.path
        assert "ann.lee" not in repr(record)
        assert_no_key_in(repr(record))
    assert_no_key_in(f"{service.received!r} {client.transport!r} {vars(client.transport)!r}")


async def test_an_id_that_is_the_key_is_recorded_without_it(client: Client) -> None:
    with pytest.raises(NotFound) as raised:
        await client.reader.get_customer(DEMO_API_KEY, expand_attributes=False)
    assert_no_key_in(f"{client.records!r} {raised.value.message} {vars(raised.value)}")


async def test_a_service_that_quotes_the_key_can_not_make_us_show_it(
    service: Service, client: Client
) -> None:
    spoilt = [
        effects.answered(400, f'{{"message": "Bearer {DEMO_API_KEY}"}}'.encode()),
        effects.answered(403, f'{{"message": "{DEMO_API_KEY}", "type": "t"}}'.encode()),
        effects.answered(500, f"<p>{DEMO_API_KEY}".encode(), "text/html"),
        effects.answered(200, f'{{"{DEMO_API_KEY}": 1, "{DEMO_API_KEY}": 2}}'.encode()),
        effects.amended(id=DEMO_API_KEY),
    ]
    for effect in spoilt:
        service.faults.add(effect, operation="get_customer", times=None)
        try:
            shown = repr(await client.reader.get_customer(ANN, expand_attributes=False))
        except ApiError as error:
            report = traceback.TracebackException.from_exception(error, capture_locals=True)
            report.stack[:] = [one for one in report.stack if "/tests/" not in one.filename]
            shown = f"{error} {vars(error)} {''.join(report.format())}"
        service.faults.clear()
        assert_no_key_in(shown)


async def test_nothing_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await client.reader.search_customers("ann.lee@example.com")
    [invoice, *_] = (await client.reader.list_invoices(ANN)).records
    await client.reader.download_invoice(ANN, invoice.id)
    assert_no_key_in(caplog.text)
    assert "ann.lee" not in caplog.text
    assert "signature" not in caplog.text


async def test_an_invoices_file_is_fetched_without_the_key(
    service: Service, client: Client
) -> None:
    for invoice in (await client.reader.list_invoices(ANN)).records:
        pdf = await client.reader.download_invoice(ANN, invoice.id)
        assert pdf.startswith(b"%PDF-")
        assert pdf.rstrip().endswith(b"%%EOF")
    files = [one for one in service.received if one.operation is None]
    assert len(files) == 3
    assert {one.status for one in files} == {200}
    assert len(client.records) == 4, "the file's address must not be among the requests shown"


async def test_the_file_would_have_been_refused_with_the_key(
    service: Service, client: Client
) -> None:
    [invoice, *_] = (await client.reader.list_invoices(ANN)).records
    link = await client.reader.invoice_file(ANN, invoice.id)
    assert "signature" not in repr(link)
    network = client.transport.network
    async with httpx.AsyncClient(transport=network) as plain:
        answer = await plain.get(link.url.reveal(), headers=authorized())
    assert answer.status_code == 400


async def test_an_invoice_without_a_file_is_not_found(client: Client) -> None:
    [invoice] = (await client.reader.list_invoices("nulls_everywhere")).records
    with pytest.raises(NotFound):
        await client.reader.download_invoice("nulls_everywhere", invoice.id)


async def test_an_address_whose_signature_is_wrong_is_told_by_its_status(
    service: Service, client: Client
) -> None:
    [invoice, *_] = (await client.reader.list_invoices(ANN)).records
    service.faults.add(effects.answered(403, b"expired", "text/plain"), path="/files/")
    with pytest.raises(AnswerUnreadable, match="answered 403") as raised:
        await client.reader.download_invoice(ANN, invoice.id)
    assert "signature" not in str(vars(raised.value))


async def test_a_download_leaves_other_requests_alone(service: Service, client: Client) -> None:
    [invoice, *_] = (await client.reader.list_invoices(ANN)).records
    hold = Hold()
    service.faults.add(effects.held(hold), operation="list_aliases")
    reading = asyncio.ensure_future(client.reader.list_aliases(ANN))
    await hold.reached()
    await client.reader.download_invoice(ANN, invoice.id)
    assert not reading.done()
    hold.release()
    assert (await reading).items
