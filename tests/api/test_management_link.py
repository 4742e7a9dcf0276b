"""The link to a customer's portal: whoever has it is in, so it is made and told with care."""

from __future__ import annotations

import httpx
import pytest

from rctui.api.errors import AnswerUnreadable, ApiError, RefusedBeforeSending
from rctui.api.reader import CustomerReader
from tests.api.connecting import PROJECT, Clockwork, RecordedNetwork, connected
from tests.api.wires import Wire, answering, check

LINK = {
    "object": "authenticated_management_url",
    "management_url": "https://billing.example.test/portal?token=t0p-s3cret",
}


async def test_a_management_link_is_a_secret() -> None:
    wire = Wire("GET", "/subscriptions/sub1/authenticated_management_url", LINK)
    network = answering(wire)
    clockwork = Clockwork()
    async with connected(network=network, clockwork=clockwork) as transport:
        link = await CustomerReader(transport, PROJECT).management_link("sub1")
    check(network.asked[0], wire)
    assert link.reveal() == LINK["management_url"]
    assert "t0p" not in f"{link!r} {link} {clockwork.records}"


async def test_a_read_only_connection_makes_no_management_link() -> None:
    network = answering(Wire("GET", "", LINK))
    async with connected(network=network, read_only=True) as transport:
        with pytest.raises(RefusedBeforeSending, match="read-only"):
            await CustomerReader(transport, PROJECT).management_link("sub1")
    assert network.asked == []


async def test_a_management_link_is_not_asked_for_again_when_nobody_knows() -> None:
    network = RecordedNetwork([httpx.Response(502, content=b"{}")])
    async with connected(network=network) as transport:
        with pytest.raises(ApiError):
            await CustomerReader(transport, PROJECT).management_link("sub1")
    assert len(network.asked) == 1


@pytest.mark.parametrize(
    "answer", [{}, [], {"management_url": 5}, {"management_url": "http://x.test/t0p-s3cret"}]
)
async def test_an_unfit_management_link_is_refused_and_not_quoted(answer: object) -> None:
    network = answering(Wire("GET", "", answer))
    async with connected(network=network) as transport:
        with pytest.raises(AnswerUnreadable) as refused:
            await CustomerReader(transport, PROJECT).management_link("sub1")
    assert "t0p" not in f"{refused.value!r} {refused.value.message} {refused.value.hint}"
