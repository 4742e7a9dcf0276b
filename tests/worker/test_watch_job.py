"""A watch looks gently, says what changed, and ends by itself."""

from __future__ import annotations

import queue
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from rctui.customers.names import Names
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.watch_ends import read_watch_end
from rctui.demo import effects
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.watch_job import FLOOR_S, Watched, WatchJob
from rctui.worker.write_means import WriteMeans
from tests.simulated import NOW, Clock, backend_on, demo_app
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.demo.server import SimulatedService


class Watch:
    """A watch in time that only waiting moves; `events` happen at its pauses, in order."""

    def __init__(self, *events: Callable[[SimulatedService], object], until: str = "") -> None:
        self.clock = Clock()
        self.app = demo_app(clock=self.clock)
        self.customer = fresh(self.app.state.world)
        self.events = list(events)
        self.pauses: list[float] = []
        self.told: queue.SimpleQueue[Watched] = queue.SimpleQueue()
        self.until = read_watch_end(until)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock.advance(round(seconds * 1000))
        if self.events:
            self.events.pop(0)(self.app)

    async def _connect(self, _project: str) -> Backend:
        return backend_on(self.app, now_ms=self.clock)

    @contextmanager
    def worker(self) -> Iterator[ApiWorker]:
        means = WriteMeans(pause=self._sleep, now_s=lambda: self.clock.now_ms / 1000)
        worker = ApiWorker(self._connect, on_bug=_broke, now_ms=self.clock, writing=means)
        worker.start()
        try:
            yield worker
        finally:
            assert worker.close()

    def job(self, worker: ApiWorker) -> WatchJob:
        view = Viewpoint(Names(), NOW)
        return WatchJob(
            worker, "demo", self.customer, lambda: view, self.told.put, self.until, 100.0
        )

    def looks(self) -> list[Watched]:
        """Every look to the last."""
        with self.worker() as worker:
            worker.start_job(self.job(worker))
            told = [self.told.get(timeout=60)]
            while not told[-1].ended.plain:
                told.append(self.told.get(timeout=60))
        return told


def _broke(bug: BaseException) -> None:
    pytest.fail(f"the worker broke: {bug!r}")


def test_it_ends_by_itself_and_never_looks_faster_than_the_floor() -> None:
    watch = Watch()
    looks = watch.looks()
    assert looks[-1].ended.plain == "Time is up."
    assert watch.pauses == [FLOOR_S] * 6
    assert len(looks) == 7
    assert len(watch.app.state.received) == 7 * 5


def test_a_change_is_told_when_it_is_seen() -> None:
    watch = Watch(
        lambda _: None,
        lambda app: app.state.world.to_change(watch.customer).balances.update(GLD=7),
    )
    looks = watch.looks()
    assert [[one.plain for one in look.changes] for look in looks[:4]] == [
        [], [], ["balance of GLD: 0 → 7"], [],
    ]  # fmt: skip


def test_it_ends_when_what_was_waited_for_is_so() -> None:
    watch = Watch(
        lambda app: app.state.world.to_change(watch.customer).balances.update(GLD=500),
        until="balance GLD 500",
    )
    looks = watch.looks()
    assert len(looks) == 2
    assert looks[-1].is_met
    assert looks[-1].ended.plain == "It is so: balance GLD 500."


def test_a_look_that_fails_says_so_and_the_next_one_compares_with_the_last_good_one() -> None:
    watch = Watch(
        lambda app: app.state.faults.add(effects.failed(404), operation="get_customer"),
        lambda app: app.state.faults.clear(),
    )
    watch.app.state.faults.clear()
    looks = watch.looks()
    assert [one.plain for look in looks for one in look.changes] == [
        "the customer is gone",
        "the customer is there again",
    ]


def test_a_customer_who_is_not_there_is_said_once() -> None:
    watch = Watch()
    watch.customer = "nobody"
    assert [look.note.plain for look in watch.looks()][:2] == ["There is no such customer now.", ""]


def test_little_budget_is_left_to_others() -> None:
    watch = Watch()
    watch.app.state.rate_limits.limits["customer_information"] = 6
    looks = watch.looks()
    assert any("Waiting" in look.note.plain for look in looks)
    assert [one.status for one in watch.app.state.received if one.status == 429] == []


def test_leaving_ends_it() -> None:
    watch = Watch()
    with watch.worker() as worker:
        job = watch.job(worker)
        job.length_s = 1e9
        worker.start_job(job)
        assert not watch.told.get(timeout=60).ended.plain
        assert worker.close()
