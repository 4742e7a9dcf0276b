"""A server that puts requests off, and one whose clock is off: the screen says so."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from email.utils import formatdate
from typing import TYPE_CHECKING, Final

import httpx
import pytest

from rctui.api.reader import CustomerReader
from rctui.api.server_clock import server_ahead_ms
from rctui.api.transport import LONG_PAUSE_S
from rctui.clock import epoch_ms
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.demo.in_process import in_process_network
from rctui.headless.check_report import CheckReport
from rctui.headless.clock_check import add_clock
from rctui.text.moments import clock_difference
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.worker.activity import ActivityLog
from tests.api.connecting import PROJECT, Clockwork, RecordedNetwork, connected
from tests.simulated import backend_on, demo_app
from tests.stories.program import program

if TYPE_CHECKING:
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend

HOUR_S: Final = 3600


class Held:
    """A sleep that ends when a test says so, or with its request."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.ended = 0
        self.go = False

    async def sleep(self, seconds: float) -> None:
        self.asked.append(seconds)
        try:
            while not self.go:  # noqa: ASYNC110 - set from another thread
                await asyncio.sleep(0.005)
        finally:
            self.ended += 1


class Dated(httpx.AsyncBaseTransport):
    """Another network, whose answers say what time it is there."""

    def __init__(self, network: httpx.AsyncBaseTransport, ahead_s: float) -> None:
        self._network = network
        self._ahead_s = ahead_s

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._network.handle_async_request(request)
        answer.headers["Date"] = formatdate(epoch_ms() / 1000 + self._ahead_s, usegmt=True)
        return answer


def opened(faults: Faults, held: Held, ahead_s: float | None = None) -> Opening:
    opening = open_demo(DemoOptions(customers=5))
    app = demo_app(clock=epoch_ms, customers=40, faults=faults)
    inner = in_process_network(app)
    network = inner if ahead_s is None else Dated(inner, ahead_s)

    async def connect(_project: str) -> Backend:
        return backend_on(
            network,
            sleep=held.sleep,
            on_record=opening.activity.add,
            on_wait=opening.activity.wait,
            jitter=lambda: 0.0,
        )

    return replace(opening, connect=connect)


@pytest.mark.parametrize("status", [423, 429, 503])
async def test_a_wait_is_said_with_its_end_and_the_rest_goes_on(status: int) -> None:
    faults, held = Faults(), Held()
    faults.add(failed(status, backoff_ms=20_000), operation="list_purchases", times=1)
    async with program(opened(faults, held), text="user_42", size=(200, 30)) as operator:
        shown = await operator.sees("PUT OFF until ")
        until = shown.split("PUT OFF until ")[1][:8]
        assert [part.isdigit() for part in until.split(":")] == [True] * 3
        await operator.press("2")
        await operator.sees("in all", "Store")
        await operator.press("3")
        await operator.sees("Loading…")
        held.go = True
        await operator.settles()
        assert "Failed" not in operator.state
        assert "in all" in operator.state
    assert held.asked == [20.0]


async def test_leaving_ends_a_wait_at_once() -> None:
    faults, held = Faults(), Held()
    faults.add(failed(429, backoff_ms=30_000), operation="list_purchases", times=None)
    async with program(opened(faults, held), size=(200, 30)) as operator:
        await operator.sees("user_42")
        await operator.finds("user_42")
        await operator.sees("PUT OFF until ")
        await operator.press("escape")
        await operator.waits(lambda _: held.ended == 1, "the end of the wait")
        assert not operator.is_on("user_42")
    assert not held.go


async def test_a_short_wait_is_not_worth_a_word() -> None:
    clockwork = Clockwork()
    waits: list[int] = []
    answers = [httpx.Response(503), httpx.Response(200, content=b'{"items":[]}')]
    async with connected(network=RecordedNetwork(answers), clockwork=clockwork) as transport:
        transport._on_wait = waits.append
        await CustomerReader(transport, PROJECT).list_aliases("c")
    assert clockwork.waits[0] < LONG_PAUSE_S
    assert waits == []


@pytest.mark.parametrize(
    ("ahead_s", "words"),
    [
        (3 * HOUR_S, "the server's clock is 3 h ahead"),
        (-300, "the server's clock is 5 min behind"),
        (30, ""),
        (-30, ""),
    ],
)
async def test_a_clock_that_is_off_is_said_in_the_header(ahead_s: float, words: str) -> None:
    opening = opened(Faults(), Held(), ahead_s)
    async with program(opening, text="user_42", size=(200, 30)) as operator:
        await operator.sees("Has pro until")
        head = (await operator.settles()).splitlines()[0]
        assert ("the server's clock" in head) is bool(words)
        assert words in head
        report = CheckReport()
        add_clock(report, opening.activity)
        assert report.rows[0].state.value == ("failed" if words else "works")


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Wed, 99 Foo 2026 07:28:00 GMT", "Wed, 21 Oct 99999 07:28:00 GMT"],
)
def test_a_date_that_makes_no_sense_is_none(date: str) -> None:
    assert server_ahead_ms({"date": date}, 0) is None
    assert server_ahead_ms({}, 0) is None


def test_without_an_answer_the_clock_is_not_judged() -> None:
    report = CheckReport()
    add_clock(report, ActivityLog())
    assert report.rows[0].state.value == "not tried"


@pytest.mark.parametrize(
    ("ahead_ms", "words"),
    [(90_000, "2 min ahead"), (-7_200_000, "2 h behind"), (86_400_000, "24 h ahead")],
)
def test_a_difference_is_said_in_minutes_or_hours(ahead_ms: int, words: str) -> None:
    assert clock_difference(ahead_ms).plain.endswith(words)


async def test_the_days_of_a_grant_are_the_server_s() -> None:
    opening = opened(Faults(), Held(), 3 * HOUR_S)
    async with program(opening, text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.settles()
        await operator.press("G")
        await operator.type("pro")
        await operator.press("enter", "7")
        await operator.sees("counted from the server's time")
