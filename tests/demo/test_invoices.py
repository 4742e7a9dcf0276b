from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from rctui.demo.in_process import in_process_network
from tests.simulated import authorized, customer_url, running_demo

if TYPE_CHECKING:
    from rctui.demo.server import SimulatedService

INVOICES = customer_url("user_42", "invoices")


async def first_invoice(client: httpx.AsyncClient) -> dict[str, Any]:
    invoice: dict[str, Any] = (await client.get(INVOICES)).json()["items"][0]
    return invoice


async def test_an_invoice_leads_to_its_file_through_the_api(client: httpx.AsyncClient) -> None:
    invoice = await first_invoice(client)

    assert invoice["invoice_url"] == f"{client.base_url}{INVOICES[1:]}/{invoice['id']}/file"
    assert isinstance(invoice["line_items"], list)
    assert invoice["total_amount"]["currency"] == "EUR"


async def test_the_file_is_a_redirect_to_a_pdf_that_wants_no_key(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    redirect = await client.get((await first_invoice(client))["invoice_url"])
    async with httpx.AsyncClient(transport=in_process_network(app)) as stranger:
        pdf = await stranger.get(redirect.headers["Location"])

    assert (redirect.status_code, redirect.content) == (302, b"")
    assert pdf.status_code == 200
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.content.endswith(b"%%EOF\n")


async def test_a_key_has_no_business_with_the_file(client: httpx.AsyncClient) -> None:
    redirect = await client.get((await first_invoice(client))["invoice_url"])

    assert (await client.get(redirect.headers["Location"])).status_code == 400


@pytest.mark.parametrize("old", ["?signature=", "user_42", "rcbin", "/files/invoices"])
async def test_an_address_that_was_tampered_with_is_403(
    client: httpx.AsyncClient, app: SimulatedService, old: str
) -> None:
    redirect = await client.get((await first_invoice(client))["invoice_url"])
    address = redirect.headers["Location"].replace(old, old + "x")
    async with httpx.AsyncClient(transport=in_process_network(app)) as stranger:
        answer = await stranger.get(address)
        posted = await stranger.post(redirect.headers["Location"])

    assert answer.status_code in {401, 403}
    assert posted.status_code == 405


async def test_an_unknown_invoice_is_404(client: httpx.AsyncClient) -> None:
    assert (await client.get(f"{INVOICES}/rcbinnone/file")).status_code == 404


async def test_an_invoice_may_have_no_file(client: httpx.AsyncClient) -> None:
    path = customer_url("nulls_everywhere", "invoices")
    (invoice,) = (await client.get(path)).json()["items"]

    assert invoice["invoice_url"] is invoice["paid_at"] is None
    assert (await client.get(f"{path}/{invoice['id']}/file")).status_code == 404


def test_over_a_socket_the_redirect_stays_on_the_origin_that_was_used() -> None:
    with running_demo() as (base_url, _app):
        with httpx.Client(base_url=base_url, headers=authorized()) as client:
            invoice = client.get(INVOICES).json()["items"][0]
            location = client.get(invoice["invoice_url"]).headers["Location"]
        assert location.startswith(base_url.removesuffix("v2") + "files/")
        assert httpx.get(location).content.startswith(b"%PDF-")
