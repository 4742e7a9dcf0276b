"""A worker that writes to a simulated project over a loopback socket, and what both sides know."""

from __future__ import annotations

import queue
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rctui.api.http_client import Deadlines
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.identity import DEMO_API_KEY
from rctui.journal.journal import Journal
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.write_means import WriteMeans
from rctui.worker.writing import (
    FollowUp,
    FollowUpAnswer,
    WriteAnswer,
    WriteProgress,
    WriteRequest,
)
from tests.simulated import NOW, backend_on, running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.customers.changes.every_change import Change
    from rctui.customers.readback.outcome import Outcome
    from rctui.demo.effects import Effect
    from rctui.demo.received import Received
    from rctui.demo.server import SimulatedService

PATIENCE_S = 60.0


async def no_sleep(_seconds: float) -> None:
    """Waits take no time here."""


@dataclass
class Bench:
    """One worker, one server, one journal."""

    base_url: str
    app: SimulatedService
    journal: Journal
    recovery: RecoveryFiles = field(default_factory=RecoveryFiles)
    rules: WriteRules = field(default_factory=WriteRules)
    key: str = DEMO_API_KEY
    read_only: bool = False
    deadlines: Deadlines = field(default_factory=lambda: Deadlines(read_s=30, write_s=30))
    bugs: list[BaseException] = field(default_factory=list)
    answers: queue.SimpleQueue[WriteAnswer] = field(default_factory=queue.SimpleQueue)
    follow_ups: queue.SimpleQueue[FollowUpAnswer] = field(default_factory=queue.SimpleQueue)
    progress: list[WriteProgress] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.worker = ApiWorker(
            self._connect,
            on_bug=self.bugs.append,
            now_ms=lambda: NOW,
            writing=WriteMeans(self.journal, self.recovery, no_sleep),
        )
        self.worker.start()

    async def _connect(self, project: str) -> Backend:
        return backend_on(
            self.base_url,
            key=self.key,
            writes_as="" if self.read_only else project,
            rules=self.rules,
            sleep=no_sleep,
            jitter=lambda: 0.0,
            deadlines=self.deadlines,
        )

    def submit(self, change: Change, **more: Any) -> int:
        request = WriteRequest(change, **more)
        return self.worker.write("demo", request, self.answers.put, self.progress.append)

    def ended(self) -> WriteAnswer:
        return self.answers.get(timeout=PATIENCE_S)

    def write(self, change: Change, **more: Any) -> Outcome:
        self.submit(change, **more)
        return self.ended().outcome

    def follow(self, follow_up: FollowUp) -> FollowUpAnswer:
        self.worker.follow_up("demo", follow_up, self.follow_ups.put)
        return self.follow_ups.get(timeout=PATIENCE_S)

    @property
    def received(self) -> list[Received]:
        """The requests that wanted to change something."""
        writes: list[Received] = self.app.state.received.writes
        return writes

    @property
    def applied(self) -> list[Received]:
        done: list[Received] = self.app.state.received.applied
        return done

    def spoil(self, effect: Effect, *, nth: int = 1, times: int | None = 1) -> None:
        """Have something happen to a coming write."""
        for method in ("POST", "DELETE"):
            self.app.state.faults.add(effect, method=method, nth=nth, times=times)

    def balance(self, customer_id: str, code: str = "GLD") -> int:
        balances: dict[str, int] = self.app.state.world.find(customer_id).balances
        return balances.get(code, 0)


@contextmanager
def bench(
    folder: Path | None = None, app: SimulatedService | None = None, **more: Any
) -> Iterator[Bench]:
    """A worker, a server and a journal: in a folder, or in memory."""
    with running_demo(app) as (base_url, app):
        app.state.world.late_grant_ms = 0
        app.state.rate_limits.enforced = False
        journal = Journal.in_memory() if folder is None else Journal.in_folder(folder)
        journal.now_ms = lambda: NOW
        desk = Bench(base_url, app, journal, **more)
        try:
            yield desk
        finally:
            app.state.faults.clear()
            assert desk.worker.close()
            assert desk.bugs == []


@contextmanager
def another(desk: Bench, folder: Path, **more: Any) -> Iterator[Bench]:
    """A second program with the same server and the same journal."""
    journal = Journal.in_folder(folder)
    journal.now_ms = lambda: NOW
    second = Bench(desk.base_url, desk.app, journal, **more)
    try:
        yield second
    finally:
        assert second.worker.close()
        assert second.bugs == []
