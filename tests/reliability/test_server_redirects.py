"""Redirects of every status: none is followed with the key, and a write is never called done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from rctui.api.errors import AnswerUnreadable, ApiError
from rctui.api.reader import CustomerReader
from rctui.api.writer import CustomerWriter
from rctui.customers.failure import failure_of
from rctui.demo import effects
from rctui.journal.states import Step
from tests.api.connecting import KEY, PROJECT, connected
from tests.api.loopback import answer, serving
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program
from tests.writes.bench import Bench, bench
from tests.writes.every_change import EVERY_CHANGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.customers.readback.outcome import Outcome

STATUSES: Final = (300, 301, 302, 303, 304, 305, 306, 307, 308, 399)

LOCATIONS: Final[dict[str, str]] = {
    "another host": "http://{other}/v2/x",
    "the same place": "",
    "a path": "/v2/projects",
    "no URL": "http://[::1",
    "ten kilobytes": "http://{other}/" + "x" * 10_000,
    "controls": "http://{other}/\x9b2J\x7f",
    "blanks": "   ",
    "a file": "file:///etc/passwd",
    "a script": "javascript:alert(1)",
}


@pytest.mark.parametrize("status", STATUSES)
async def test_no_redirect_of_a_read_is_followed(status: int) -> None:
    async with serving(answer(b'{"items":[]}')) as other:
        there = f"http://127.0.0.1:{other.port}/v2/projects/{PROJECT}/customers/c/aliases"
        async with (
            serving(answer(b"", f"{status} Elsewhere", Location=there)) as server,
            connected(server.base_url) as transport,
        ):
            with pytest.raises(AnswerUnreadable, match=f"{status}, which points elsewhere"):
                await CustomerReader(transport, PROJECT).list_aliases("c")
    assert (len(server.requests), other.connections) == (1, 0)


@pytest.mark.parametrize("name", LOCATIONS)
async def test_no_target_is_followed_quoted_or_a_reason_to_break(name: str) -> None:
    async with serving(answer(b"{}")) as other:
        location = LOCATIONS[name].replace("{other}", f"127.0.0.1:{other.port}")
        async with (
            serving(answer(b"", "307 Elsewhere", Location=location)) as server,
            connected(server.base_url) as transport,
        ):
            with pytest.raises(ApiError) as read:
                await CustomerReader(transport, PROJECT).list_aliases("c")
            with pytest.raises(ApiError) as write:
                await CustomerWriter(transport, PROJECT).delete_customer("c")
    assert other.connections == 0
    assert len(server.requests) == 2
    for raised in (read, write):
        sentence = failure_of(raised.value).sentence.plain
        assert sentence.isprintable()
        assert len(sentence) < 300
        assert KEY not in sentence
    assert write.value.may_have_applied


@pytest.fixture(scope="module")
def desk() -> Iterator[Bench]:
    with bench() as desk:
        yield desk


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("kind", EVERY_CHANGE)
def test_a_redirected_write_is_unknown_and_sent_once(desk: Bench, kind: str, status: int) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    change = EVERY_CHANGE[kind](desk.app.state.world)
    desk.spoil(effects.answered(status), times=None)
    outcome: Outcome = desk.write(change)
    assert outcome.end is Step.UNKNOWN
    assert len(desk.applied) <= 1
    assert len({one.body for one in desk.received}) == 1
    assert len(desk.received) == 1 or all(one.idempotency_key for one in desk.received)


async def test_the_operator_reads_that_the_server_points_elsewhere() -> None:
    redirect = answer(b"", "302 Found", Location="https://hotel.example/login\x9b")
    async with serving(redirect) as server:
        detour = Detour("/invoices", server.port)
        async with program(opened_on(detour), text="user_42", size=(120, 30)) as operator:
            await operator.sees("6 Invoices!")
            await operator.press("6")
            await operator.settles()
            assert "answered 302, which points elsewhere" in operator.state
            assert "a proxy may be answering instead" in operator.state
            assert "hotel" not in operator.screen


async def test_cookies_are_neither_kept_nor_sent() -> None:
    good = answer(b'{"items":[]}', Set_Cookie="session=1; Path=/")
    async with serving(good) as server, connected(server.base_url) as transport:
        for _ in range(3):
            await CustomerReader(transport, PROJECT).list_aliases("c")
    assert len(server.requests) == 3
    assert not any(b"cookie" in request.lower() for request in server.requests)
