"""Several reads that are asked for at once: each has its own answer."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rctui.api.rate_limits import RateDomain
from rctui.worker.answers import Answer, Need
from rctui.worker.api_worker import ApiWorker, Backend

if TYPE_CHECKING:
    from rctui.customers.reads import Read

PATIENCE_S = 60.0


class NoReader:
    """What nothing is read from."""

    def waiting_for(self, _room: object) -> NoReader:
        return self


@dataclass(frozen=True)
class Named:
    """A read that answers with its own name."""

    name: str
    customer_id: str | None = "user_1"
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, _reader: object) -> str:
        return self.name


async def _connect(_project: str) -> Backend:
    async def close() -> None:
        """Nothing is open."""

    no_limits = cast("Any", type("NoLimits", (), {"budget": lambda *_: None})())
    return Backend(cast("Any", NoReader()), no_limits, close)


def test_reads_asked_together_have_answers_of_their_own() -> None:
    bugs: list[BaseException] = []
    worker = ApiWorker(_connect, on_bug=bugs.append)
    answers: queue.Queue[Answer[Any]] = queue.Queue()
    names = [f"read {place}" for place in range(6)]
    worker.start()
    reads = [(cast("Read[Any]", Named(name)), Need.OTHER_TAB, answers.put) for name in names]
    numbers = worker.read_together("p", reads)
    came = [answers.get(timeout=PATIENCE_S) for _ in names]
    assert worker.close(PATIENCE_S)
    assert len(set(numbers)) == len(names)
    assert {one.number: one.value for one in came} == dict(zip(numbers, names, strict=True))
    assert bugs == []


def test_a_closed_worker_takes_no_reads() -> None:
    worker = ApiWorker(_connect, on_bug=lambda _: None)
    worker.start()
    assert worker.close(PATIENCE_S)
    answers: list[Answer[Any]] = []
    worker.read_together("p", [(cast("Read[Any]", Named("late")), Need.HEADER, answers.append)])
    assert answers == []
