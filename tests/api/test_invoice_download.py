"""From an invoice to its PDF: two servers, and the key only for the first."""

from __future__ import annotations

import httpx
import pytest

from rctui.api.connection import Connection
from rctui.api.errors import AnswerUnreadable, ApiError, LineLost, ServerFailed
from rctui.api.http_client import Deadlines
from rctui.api.invoice_download import HOPS_AT_MOST, LARGEST_PDF, download_invoice
from rctui.api.invoice_link import InvoiceLink
from rctui.api.reader import CustomerReader
from rctui.secret import Secret
from tests.api.connecting import BASE_URL, KEY, PROJECT, RecordedNetwork, connected
from tests.api.loopback import answer, drips, serving

FILE = "https://files.example.test/invoice.pdf?signature=s"
PDF = b"%PDF-1.7 an invoice"
PUBLIC = Connection(BASE_URL, Secret(KEY))


async def link_to(location: str | None, base_url: str = BASE_URL, status: int = 302) -> InvoiceLink:
    headers = [] if location is None else [(b"Location", location.encode())]
    network = RecordedNetwork([httpx.Response(status, headers=headers)])
    async with connected(base_url, network=network) as transport:
        return await CustomerReader(transport, PROJECT).invoice_file("c", "rcbin1")


async def download(*answers: httpx.Response | Exception) -> tuple[bytes, RecordedNetwork]:
    network = RecordedNetwork(answers)
    return await download_invoice(await link_to(FILE), PUBLIC, network=network), network


async def refusal(*answers: httpx.Response | Exception) -> ApiError:
    with pytest.raises(ApiError) as raised:
        await download(*answers)
    assert "signature" not in f"{raised.value!r} {vars(raised.value)}"
    assert raised.value.__context__ is None or "signature" not in repr(raised.value.__context__)
    return raised.value


async def test_the_file_is_asked_for_without_the_key() -> None:
    data, network = await download(httpx.Response(200, content=PDF))
    assert data == PDF
    (asked,) = network.asked
    assert str(asked.url) == FILE
    assert "authorization" not in asked.headers
    assert "cookie" not in asked.headers


async def test_the_link_shows_its_host_and_not_its_signature() -> None:
    link = await link_to(FILE)
    assert link.host == "files.example.test"
    assert "signature" not in repr(link)


@pytest.mark.parametrize(
    "location",
    [
        None,
        "",
        "/files/invoice.pdf",
        "http://files.example.test/invoice.pdf",
        "https://user:word@files.example.test/",
        "https://127.0.0.1/invoice.pdf",
        "https://localhost/invoice.pdf",
        "https://[::1]/invoice.pdf",
        "file:///etc/passwd",
        "ftp://files.example.test/",
        "https://files.example.test/\x1b[31m",
        "https://files.example.test/é",
        "https://files.example.test\\@evil.test/",
        "https://files.example.test/" + "x" * 10_000,
        "https:///invoice.pdf",
    ],
)
async def test_an_address_that_is_unfit_is_refused(location: str | None) -> None:
    with pytest.raises((AnswerUnreadable, LineLost)) as raised:
        await link_to(location)
    assert "example" not in raised.value.message


async def test_an_answer_that_is_no_redirect_gives_no_link() -> None:
    with pytest.raises(AnswerUnreadable, match="no redirect"):
        await link_to(FILE, status=200)


async def test_only_the_documented_redirect_gives_a_link() -> None:
    with pytest.raises(AnswerUnreadable, match="answered 303"):
        await link_to(FILE, status=303)


async def test_a_few_redirects_are_followed_and_each_is_checked() -> None:
    hop = httpx.Response(302, headers={"Location": "https://cdn.example.test/x"})
    data, network = await download(hop, httpx.Response(200, content=PDF))
    assert data == PDF
    assert [asked.url.host for asked in network.asked] == ["files.example.test", "cdn.example.test"]
    error = await refusal(httpx.Response(302, headers={"Location": "http://cdn.example.test/x"}))
    assert "not https" in error.message
    error = await refusal(httpx.Response(302, headers={"Location": "https://127.0.0.1/x"}))
    assert "this machine" in error.message


async def test_endless_redirects_end() -> None:
    network = RecordedNetwork([httpx.Response(302, headers={"Location": FILE})])
    with pytest.raises(AnswerUnreadable, match="leads to the next"):
        await download_invoice(await link_to(FILE), PUBLIC, network=network)
    assert len(network.asked) == HOPS_AT_MOST


@pytest.mark.parametrize("content", [b"", b"<html>", b" %PDF-1.7", b"%PDF"])
async def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    assert "no PDF" in (await refusal(httpx.Response(200, content=content))).message


async def test_what_is_too_large_is_refused() -> None:
    huge = httpx.Response(200, content=PDF + bytes(LARGEST_PDF))
    assert "larger" in (await refusal(huge)).message


@pytest.mark.parametrize(
    ("status", "kind"), [(403, AnswerUnreadable), (404, AnswerUnreadable), (503, ServerFailed)]
)
async def test_a_server_that_refuses_is_told(status: int, kind: type[ApiError]) -> None:
    error = await refusal(httpx.Response(status))
    assert type(error) is kind
    assert error.status == status


async def test_a_fault_of_the_line_is_told_without_the_address() -> None:
    error = await refusal(httpx.ReadError(f"while reading {FILE}"))
    assert type(error) is LineLost
    assert "files.example.test" in error.message


async def test_a_server_on_this_machine_may_keep_its_files_here() -> None:
    async with serving(answer(PDF)) as server:
        link = await link_to(f"http://127.0.0.1:{server.port}/invoice.pdf", server.base_url)
        assert await download_invoice(link, Connection(server.base_url, Secret(KEY))) == PDF
    assert KEY.encode() not in server.requests[0]


async def test_a_name_that_leads_into_a_private_network_gets_no_byte() -> None:
    async with serving(answer(PDF)) as server:
        # A host name that is spelled like no address of this machine and leads there.
        link = InvoiceLink(Secret(f"https://0:{server.port}/x"), "0")
        with pytest.raises(ApiError) as raised:
            await download_invoice(link, PUBLIC)
    assert "private network" in raised.value.message
    assert server.requests == []


async def test_a_drip_ends_at_the_deadline() -> None:
    async with serving(drips) as server:
        link = await link_to(f"http://127.0.0.1:{server.port}/x", server.base_url)
        connection = Connection(server.base_url, Secret(KEY))
        with pytest.raises(LineLost):
            await download_invoice(link, connection, deadlines=Deadlines(read_s=0.15))


@pytest.mark.parametrize(
    "location", ["", "http://[::1", "javascript:x", "https://a%00b/", "https://xn--/", "mailto:"]
)
async def test_a_second_target_that_is_no_address_is_refused(location: str) -> None:
    redirect = httpx.Response(302, headers=[(b"Location", location.encode())])
    answers = (redirect, httpx.Response(404))
    assert "can't be fetched" in (await refusal(*answers)).message
