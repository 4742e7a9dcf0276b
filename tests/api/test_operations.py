"""Every operation on the wire: method, path, query, body, headers and rate domain."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.errors import RefusedBeforeSending
from rctui.api.reader import CustomerReader
from rctui.api.writer import CustomerWriter
from tests.api.connecting import PROJECT, connected
from tests.api.wires import READS, WRITES, C, Wire, answering, check


@pytest.mark.parametrize("name", READS)
async def test_reads_go_out_as_documented(name: str) -> None:
    call, wire = READS[name]
    network = answering(wire)
    async with connected(network=network) as transport:
        await call(CustomerReader(transport, PROJECT))
        assert transport.rate_limits.budget(wire.domain) is not None
    assert len(network.asked) == 1
    check(network.asked[0], wire)


@pytest.mark.parametrize("name", WRITES)
async def test_writes_go_out_as_documented(name: str) -> None:
    call, wire = WRITES[name]
    network = answering(wire)
    async with connected(network=network) as transport:
        await call(CustomerWriter(transport, PROJECT))
        assert transport.rate_limits.budget(wire.domain) is not None
    assert len(network.asked) == 1
    check(network.asked[0], wire)


async def test_projects_are_listed_without_a_project() -> None:
    network = answering(Wire("GET", ""))
    async with connected(network=network) as transport:
        await CustomerReader(transport, "").list_projects()
    assert network.asked[0].url.raw_path == b"/v2/projects?limit=100"


@pytest.mark.parametrize("name", WRITES)
async def test_a_read_only_connection_sends_no_write(name: str) -> None:
    call, wire = WRITES[name]
    network = answering(wire)
    async with connected(network=network, read_only=True) as transport:
        with pytest.raises(RefusedBeforeSending, match="read-only"):
            await call(CustomerWriter(transport, PROJECT))
    assert network.asked == []


@pytest.mark.parametrize("name", READS)
async def test_a_read_only_connection_still_reads(name: str) -> None:
    call, wire = READS[name]
    network = answering(wire)
    async with connected(network=network, read_only=True) as transport:
        await call(CustomerReader(transport, PROJECT))
    assert [asked.method for asked in network.asked] == ["GET"]


async def test_any_text_can_be_an_attribute_value() -> None:
    network = answering(Wire("", ""))
    value = "é\x1b\ud800\u202e"
    async with connected(network=network) as transport:
        await CustomerWriter(transport, PROJECT).set_attributes(C, {"note": value})
    assert json.loads(network.asked[0].content)["attributes"][0]["value"] == value


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
async def test_any_search_arrives_unchanged(text: str) -> None:
    network = answering(Wire("", ""))
    async with connected(network=network) as transport:
        await CustomerReader(transport, PROJECT).search_customers(text)
    query = network.asked[0].url.query.decode("ascii")
    assert "+" not in query
    assert parse_qsl(query, keep_blank_values=True) == [("search", text), ("limit", "100")]
