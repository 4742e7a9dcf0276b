"""The reads that wait and run: ordered by need, joined when equal, limited per customer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from rctui.errors import RctuiError
from rctui.worker.answers import Answer, Load, Need

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from rctui.customers.failure import Failure
    from rctui.customers.reads import Read

PER_CUSTOMER = 4
"""Requests under way for one customer: a customer's eight reads take two rounds."""
AT_ONCE = 8
_HEAD_START_TURNS = 4
"""Turns of the loop that a customer's header is ahead of the other reads for the same customer.

Started in the same turn, its request would leave only when theirs have been made, too.
"""


class _Flight:
    """One request, and everyone who waits for its answer."""

    def __init__(self, project: str, read: Read[object], need: Need, order: int) -> None:
        self.project = project
        self.read = read
        self.need = need
        self.order = order
        self.loads: dict[int, Load] = {}
        self.task: asyncio.Task[None] | None = None
        self.is_outdated = False
        """Whether its answer may tell of a time before an own write."""

    @property
    def whose(self) -> tuple[str, str | None]:
        return self.project, self.read.customer_id

    @property
    def urgency(self) -> tuple[Need, int]:
        return self.need, self.order


class ReadQueue:
    """Runs reads on the loop that it is used from; not thread-safe, and need not be."""

    def __init__(
        self,
        run: Callable[[str, Read[object]], Awaitable[object]],
        *,
        pause_ms: Callable[[str, Read[object]], int],
        now_ms: Callable[[], int],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        self._run = run
        self._pause_ms = pause_ms
        self._now_ms = now_ms
        self._on_bug = on_bug
        self._flights: dict[tuple[str, Read[object]], _Flight] = {}
        self._wake: asyncio.TimerHandle | None = None

    def submit(self, load: Load, *, anew: bool = False) -> None:
        """Queue a load, or join it to the same read if that waits or runs already.

        `anew` gives that request up, if it was sent, for another one, and so does a write since;
        whoever waited for it waits on.
        """
        key = (load.project, load.read)
        flight = self._flights.get(key)
        if flight is None or flight.is_outdated or (anew and flight.task is not None):
            flight = self._new_flight(load, flight)
            self._flights[key] = flight
        flight.loads[load.number] = load
        flight.need = min(flight.need, load.need)
        self._start_what_fits()

    def submit_all(self, loads: Iterable[Load]) -> None:
        """Queue several loads in one turn of the loop."""
        for load in loads:
            self.submit(load)

    def _new_flight(self, load: Load, stuck: _Flight | None) -> _Flight:
        flight = _Flight(load.project, load.read, load.need, load.number)
        if stuck is not None and stuck.task is not None:
            stuck.task.cancel()
            flight.loads = dict(stuck.loads)
        return flight

    def outdate(self, project: str) -> None:
        """The project has been written to: what has been sent until now is joined no more."""
        for flight in self._flights.values():
            if flight.project == project and flight.task is not None:
                flight.is_outdated = True

    def drop(self, number: int) -> None:
        """Nobody waits for this load any more; a read that nobody waits for is cancelled."""
        for key, flight in list(self._flights.items()):
            if flight.loads.pop(number, None) is not None and not flight.loads:
                self._abandon(key, flight)
        self._start_what_fits()

    async def close(self) -> None:
        """Cancel every read and wait until none runs."""
        if self._wake is not None:
            self._wake.cancel()
        tasks = [flight.task for flight in self._flights.values() if flight.task is not None]
        for key, flight in list(self._flights.items()):
            self._abandon(key, flight)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _abandon(self, key: tuple[str, Read[object]], flight: _Flight) -> None:
        self._flights.pop(key, None)
        if flight.task is not None:
            flight.task.cancel()

    def _start_what_fits(self) -> None:
        waiting = [flight for flight in self._flights.values() if flight.task is None]
        for flight in sorted(waiting, key=lambda waiting_flight: waiting_flight.urgency):
            if not self._has_room(flight):
                continue
            pause_ms = self._pause_ms(flight.project, flight.read)
            if pause_ms > 0:
                self._look_again_in(pause_ms)
            else:
                flight.task = asyncio.ensure_future(self._fly(flight))
                flight.task.add_done_callback(self._report_bug)

    def _has_room(self, flight: _Flight) -> bool:
        running = [other for other in self._flights.values() if other.task is not None]
        if len(running) >= AT_ONCE:
            return False
        same = [other for other in running if other.whose == flight.whose]
        return flight.read.customer_id is None or len(same) < PER_CUSTOMER

    def _follows_header(self, flight: _Flight) -> bool:
        """Whether the header of this read's customer is under way."""
        if flight.need is Need.HEADER or flight.read.customer_id is None:
            return False
        others = (other for other in self._flights.values() if other.whose == flight.whose)
        return any(other.need is Need.HEADER and other.task is not None for other in others)

    def _look_again_in(self, pause_ms: int) -> None:
        """At the latest; who waits for less has said so already, or says so later."""
        loop = asyncio.get_running_loop()
        at = loop.time() + pause_ms / 1000
        if self._wake is not None:
            if loop.time() < self._wake.when() <= at:
                return
            self._wake.cancel()
        self._wake = loop.call_at(at, self._wakes)

    def _wakes(self) -> None:
        self._wake = None
        self._start_what_fits()

    async def _fly(self, flight: _Flight) -> None:
        value: object = None
        failure: Failure | None = None
        if self._follows_header(flight):
            for _ in range(_HEAD_START_TURNS):
                await asyncio.sleep(0)
        try:
            value = await self._run(flight.project, flight.read)
        except RctuiError as error:
            from rctui.customers.failure import failure_of

            failure = failure_of(error)
        self._land(flight, value, failure)

    def _report_bug(self, task: asyncio.Task[None]) -> None:
        """What is not an RctuiError is an error of ours: it ends the program, not one pane."""
        bug = None if task.cancelled() else task.exception()
        if bug is not None:
            self._on_bug(bug)

    def _land(self, flight: _Flight, value: object, failure: Failure | None) -> None:
        key = (flight.project, flight.read)
        if self._flights.get(key) is not flight:
            return  # given up for another request, whose answer goes to everyone
        del self._flights[key]
        at_ms = self._now_ms()
        for number, load in flight.loads.items():
            load.reply(Answer(number, flight.project, flight.read, value, failure, at_ms))
        self._start_what_fits()
