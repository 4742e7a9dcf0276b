"""What waits says for what and until when; what is stuck is asked again by `r`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import httpx

from rctui.clock import epoch_ms
from rctui.demo.dataset.shared_account import SHARED_ACCOUNT
from rctui.demo.effects import held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.demo.in_process import in_process_network
from rctui.tui.screens.base import LATE_MS
from rctui.wiring.demo import DemoOptions, open_demo
from tests.simulated import Clock, backend_on, demo_app
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from rctui.demo.server import SimulatedService
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend
    from tests.stories.program import Operator

WAITS = "waiting for the rate limit (goes on at"


class Colleagues(httpx.AsyncBaseTransport):
    """A line to a server whose budget others have nearly used up, once `busy` says so."""

    def __init__(self, app: SimulatedService) -> None:
        self._network = in_process_network(app)
        self.busy = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._network.handle_async_request(request)
        if self.busy:
            answer.headers["RevenueCat-Rate-Limit-Current-Usage"] = "472"
        return answer


class Shared:
    """The demo by a key that others use too."""

    def __init__(self) -> None:
        self.app = demo_app(clock=epoch_ms, customers=40)
        self.line = Colleagues(self.app)

    @property
    def opening(self) -> Opening:
        opening = open_demo(DemoOptions(second_project=False))

        async def connect(_project: str) -> Backend:
            return backend_on(self.line, on_record=opening.activity.add)

        return replace(opening, connect=connect)

    def asked(self, operation: str) -> int:
        return len(self.app.state.received.named(operation))


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def on_a_busy_minute(shared: Shared, operator: Operator) -> None:
    """The subscriptions were loaded, and told that hardly a request is left."""
    await operator.waits(lambda _: operator.is_on(SHARED_ACCOUNT), SHARED_ACCOUNT)
    await operator.settles()
    await operator.press("2")
    shared.line.busy = True
    await operator.press("r")
    await operator.settles()


async def test_a_list_says_that_it_waits_for_the_rate_limit_and_until_when() -> None:
    shared = Shared()
    async with program(shared.opening, text=SHARED_ACCOUNT, size=(120, 40)) as operator:
        await on_a_busy_minute(shared, operator)
        before = shared.asked("list_subscriptions")
        assert WAITS not in operator.screen
        await operator.press("r")
        shown = await operator.sees(WAITS)
        assert "Loading…" in shown
        assert "READS WAIT until " in shown.splitlines()[0]
        assert shared.asked("list_subscriptions") == before


async def test_an_export_says_that_it_waits_and_esc_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shared = Shared()
    async with program(shared.opening, text=SHARED_ACCOUNT, size=(120, 40)) as operator:
        await operator.waits(lambda _: operator.is_on(SHARED_ACCOUNT), SHARED_ACCOUNT)
        await operator.settles()
        shared.line.busy = True
        before = len(shared.app.state.received)
        await operator.press("x")
        await operator.sees("Format")
        await operator.press("enter", "enter", "enter")
        shown = await operator.sees(WAITS)
        assert "Reading: " in shown
        assert "esc cancels" in shown
        assert len(shared.app.state.received) - before <= 1, "the rest is left to others"
        await operator.press("escape")
        await operator.sees("Cancelled: no file was left behind")
    assert files_in(tmp_path) == []


async def test_r_on_a_list_that_is_stuck_asks_the_server_again() -> None:
    faults, hold, clock = Faults(), Hold(), Clock(epoch_ms())
    async with program(
        demo(faults=faults, customers=40), text="user_42", size=(120, 40), now_ms=clock
    ) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        await operator.press("2")
        stuck = faults.add(held(hold), operation="list_subscriptions", times=1)
        await operator.press("r")
        await hold.reached()
        await operator.press("r")
        await operator.sees("Loading…")
        clock.advance(LATE_MS + 1)
        await operator.press("r")
        await operator.is_told("asked anew")
        await operator.sees("5 in all")
        assert stuck.fired == 1, "the second r joined it, the third asked anew"
        records = operator.customer.session.activity.newest_first()
        given_up = [one for one in records if one.outcome == "cancelled"]
        assert [one.path.rsplit("/", 1)[1] for one in given_up] == ["subscriptions"]
        hold.release()
