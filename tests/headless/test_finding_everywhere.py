"""`rctui find --every-project` with many projects: a few at once, each by its own budget."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rctui.api.connection import Connection
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.demo.identity import DEMO_API_KEY, DEMO_BASE_URL, DEMO_PROJECT_ID
from rctui.demo.in_process import in_process_network
from rctui.demo.rate_limits import CUSTOMER_INFORMATION
from rctui.errors import ExitCode
from rctui.headless.commands import Form, Patience
from rctui.headless.finding_everywhere import AT_ONCE, find_everywhere
from rctui.secret import Secret
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.worker.api_worker import Backend
from tests.simulated import demo_app

if TYPE_CHECKING:
    import pytest

    from rctui.wiring.opening import Opening

START_MS = 1_764_000_000_000
PROJECTS = 20
BUSY = "p7"
"""The project with a server of its own, where colleagues use the same key."""


@dataclass
class Office:
    """Twenty projects, a clock that only sleeping moves, and what was open at the same time."""

    faults: Faults = field(default_factory=Faults)
    now_ms: int = START_MS
    slept: list[float] = field(default_factory=list)
    retried: list[float] = field(default_factory=list)
    open_now: set[str] = field(default_factory=set)
    most_open: int = 0

    def __post_init__(self) -> None:
        self.server = demo_app(clock=self.clock, customers=20)
        self.busy = demo_app(clock=self.clock, customers=20, faults=self.faults)

    def clock(self) -> int:
        return self.now_ms

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self._later(seconds)

    async def retry(self, seconds: float) -> None:
        self.retried.append(seconds)
        await self._later(seconds)

    async def _later(self, seconds: float) -> None:
        self.now_ms += round(seconds * 1000)
        await asyncio.sleep(0)

    @property
    def patience(self) -> Patience:
        return Patience(self.clock, self.sleep)

    @property
    def opening(self) -> Opening:
        opening = open_demo(DemoOptions(read_only=True))
        keys = [f"p{number}" for number in range(PROJECTS)]
        projects = tuple(replace(opening.project, key=key, name=key.upper()) for key in keys)
        return replace(opening, projects=projects, connect=self.connect)

    async def connect(self, project: str) -> Backend:
        self.open_now.add(project)
        self.most_open = max(self.most_open, len(self.open_now))
        transport = Transport(
            Connection(DEMO_BASE_URL, Secret(DEMO_API_KEY), read_only=True),
            network=in_process_network(self.busy if project == BUSY else self.server),
            sleep=self.retry,
            now_ms=self.clock,
        )

        async def close() -> None:
            self.open_now.discard(project)
            await transport.aclose()

        return Backend(CustomerReader(transport, DEMO_PROJECT_ID), transport.rate_limits, close)


def test_every_project_answers_and_only_a_few_are_asked_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = Office()
    assert find_everywhere(office.opening, "user_42", Form(), office.patience) is ExitCode.OK
    told = capsys.readouterr().out
    assert all(f"P{number} " in told for number in range(PROJECTS))
    assert office.most_open == AT_ONCE
    assert not office.open_now


def test_a_project_that_refuses_for_its_rate_is_asked_again_after_its_own_wait(
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = Office()
    office.faults.add(failed(429, backoff_ms=7_000), times=1)
    assert find_everywhere(office.opening, "user_42", Form(), office.patience) is ExitCode.OK
    [waited] = office.retried
    assert waited >= 7
    told = capsys.readouterr().out
    assert all(f"P{number} " in told for number in range(PROJECTS))


def test_a_budget_that_colleagues_have_nearly_used_up_is_waited_for_and_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = Office()
    limits = office.busy.state.rate_limits
    limits.limits[CUSTOMER_INFORMATION] = 20
    for _ in range(16):
        limits.count(DEMO_API_KEY, CUSTOMER_INFORMATION, office.now_ms)
    text = "From: a@b.example, b@b.example, c@b.example"
    ended = find_everywhere(office.opening, text, Form(), office.patience)
    assert ended is ExitCode.NOT_FOUND
    assert office.retried == []
    assert office.slept
    assert "Waiting for the rate limit of P7, goes on at" in capsys.readouterr().err
