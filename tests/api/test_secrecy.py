"""The key is in the request's header and nowhere else."""

from __future__ import annotations

import logging
import traceback

import httpx
import pytest

from rctui.api.answer import Answer, Reply
from rctui.api.errors import ApiError
from rctui.api.reader import CustomerReader
from rctui.api.request import Request
from tests.api.connecting import KEY, PROJECT, Clockwork, RecordedNetwork, connected
from tests.api.loopback import answer, hangs_up, serving

READ = Request("read", "GET", "/things", (("search", "ann@example.com"),))
LEAKY = [
    httpx.Response(400, json={"message": f"Bearer {KEY}"}),
    httpx.Response(500, text=f"<html>{KEY}</html>"),
    httpx.Response(302, headers={"Location": f"https://evil.test/{KEY}"}),
    httpx.Response(200, text=KEY),
    httpx.Response(200, text=f'{{"{KEY}": 1, "{KEY}": 2}}'),
    httpx.ReadError(f"while sending {KEY}"),
    httpx.ConnectError(f"while sending {KEY}"),
]


def report_of(error: ApiError) -> str:
    """A traceback with the locals of every frame, but for this file's own."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    report.stack[:] = [frame for frame in report.stack if frame.filename != __file__]
    assert report.stack
    return "".join(report.format())


@pytest.mark.parametrize("end", LEAKY)
async def test_no_error_shows_the_key(end: httpx.Response | Exception) -> None:
    clockwork = Clockwork()
    async with connected(network=RecordedNetwork([end]), clockwork=clockwork) as transport:
        with pytest.raises(ApiError) as raised:
            await CustomerReader(transport, PROJECT).get_customer("c", expand_attributes=False)
    error = raised.value
    shown = f"{error!r} {error} {error.args} {vars(error)} {clockwork.records} {report_of(error)}"
    assert KEY not in shown
    assert KEY.encode().hex() not in shown


async def test_a_traceback_with_all_locals_shows_no_key_after_a_fault_of_the_line() -> None:
    async with serving(hangs_up) as server, connected(server.base_url) as transport:
        with pytest.raises(ApiError) as raised:
            await transport.send(READ)
    assert KEY not in report_of(raised.value)


async def test_the_libraries_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    redirect = answer(
        b"", "302 Found", Location="https://files.test/?signature=s", Set_Cookie="a=b"
    )
    async with serving(answer(), redirect) as server, connected(server.base_url) as transport:
        await transport.send(READ)
        with pytest.raises(ApiError):
            await transport.send(READ)
    names = {record.name.split(".")[0] for record in caplog.records}
    assert names & {"httpx", "httpcore", "rctui"} == set()


async def test_what_the_transport_holds_shows_no_key() -> None:
    async with connected(network=RecordedNetwork([httpx.Response(200)])) as transport:
        await transport.send(READ)
        shown = f"{transport!r} {transport.connection!r} {READ!r} {vars(transport)!r}"
    assert KEY not in shown


async def test_the_key_goes_to_the_base_url_only() -> None:
    network = RecordedNetwork([httpx.Response(307, headers={"Location": "https://evil.test/"})])
    async with connected(network=network) as transport:
        with pytest.raises(ApiError):
            await transport.send(READ)
    assert [asked.url.host for asked in network.asked] == ["api.example.test"]


async def test_a_key_repeated_in_a_record_is_taken_out() -> None:
    network = RecordedNetwork([httpx.Response(200, json={"note": f"my key is {KEY}"})])
    async with connected(network=network) as transport:
        assert KEY.encode() not in (await transport.send(READ)).body


def test_a_signed_address_is_in_no_repr() -> None:
    location = "https://files.test/?signature=s"
    assert "signature" not in repr(Answer(302, b"", location=location))
    assert "signature" not in repr(Reply(302, {"location": location}))
