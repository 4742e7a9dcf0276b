"""An export of many pages leaves the last requests of a minute to those who work."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.api.rate_limits import RateDomain
from rctui.customers.whole import AT_ONCE, ReadParts
from rctui.demo.dataset.shared_account import SHARED_ACCOUNT
from rctui.demo.rate_limits import CUSTOMER_INFORMATION, RateLimits
from rctui.worker.answers import Answer, Need
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.pacing import RESERVE
from rctui.worker.write_means import WriteMeans
from tests.simulated import backend_on, demo_app
from tests.worker.test_pace import Hours

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.customers.parts import CustomerParts
    from rctui.demo.server import SimulatedService

LIMIT = 120
EXPORTS = 7


@dataclass(frozen=True)
class Exports:
    """One long read: far more requests than a minute holds."""

    customer_id: ClassVar[str] = SHARED_ACCOUNT
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> list[CustomerParts]:
        return [await ReadParts(SHARED_ACCOUNT).run(reader) for _ in range(EXPORTS)]


def worker_on(app: SimulatedService, hours: Hours, bugs: list[BaseException]) -> ApiWorker:
    async def connect(_project: str) -> Backend:
        return backend_on(app, sleep=hours.sleep, now_ms=hours.clock)

    means = WriteMeans(pause=hours.sleep)
    return ApiWorker(connect, on_bug=bugs.append, now_ms=hours.clock, writing=means)


def test_a_long_read_waits_before_it_uses_the_budget_up() -> None:
    hours, bugs, told = Hours(), list[BaseException](), list[str]()
    limits = RateLimits({CUSTOMER_INFORMATION: LIMIT})
    app = demo_app(clock=hours.clock, rate_limits=limits)
    worker = worker_on(app, hours, bugs)
    worker.pauses.listen(told.append)
    worker.start()
    try:
        done: Future[Answer[list[CustomerParts]]] = Future()
        worker.read("demo", Exports(), Need.OTHER_TAB, done.set_result)
        answer = done.result(timeout=120)
    finally:
        assert worker.close()
    assert bugs == []
    assert answer.failure is None
    assert answer.value is not None
    assert all(not parts.lists[key].failure for parts in answer.value for key in parts.lists)
    statuses = Counter(one.status for one in app.state.received)
    assert set(statuses) == {200}, "no request was one too many"
    assert statuses[200] > LIMIT
    minutes = hours.passed_s / 60
    assert statuses[200] <= (LIMIT - RESERVE + AT_ONCE) * (minutes + 1)
    assert told == ["demo"] * len(told) != []
