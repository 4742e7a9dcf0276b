"""A watch under way: one look now and then, gently, until something is so or the time is over."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from rctui.api.rate_limits import RateDomain
from rctui.customers.watching import REQUESTS, Glimpse, TakeGlimpse, changes_between
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.worker.answers import Need
from rctui.worker.pacing import WINDOW_MS
from rctui.worker.until_stopped import comes_before, read_unless

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.watch_ends import WatchEnd
    from rctui.worker.answers import Answer
    from rctui.worker.api_worker import ApiWorker

FLOOR_S: Final = 15.0
"""Between two looks at the least: the budget is everybody's who uses the key."""
USUAL_LENGTH_S: Final = 600.0
_NOBODY: Final = label("There is no such customer now.")
_WAITING: Final = label("Waiting: little of the minute's budget is left.")
HEADROOM: Final = 0.25
"""Of the minute's budget that must be left for a look to be taken."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One look, or why none was taken."""

    at_ms: int
    changes: tuple[SafeText, ...] = ()
    note: SafeText = label("")
    """What is to be known beside changes: nothing yet, not readable, waiting for the budget."""
    glimpse: Glimpse | None = None
    ended: SafeText = label("")
    """Why it was the last one, or empty."""
    is_met: bool = False
    """Whether it ended because what was waited for is so."""


@dataclass(slots=True)
class WatchJob:
    """Looks again and again. `run` and `stop` are the worker's to call."""

    worker: ApiWorker
    project: str
    customer_id: str
    view: Callable[[], Viewpoint]
    tell: Callable[[Watched], object]
    """Called after every look, on the worker's thread."""
    until: WatchEnd | None = None
    length_s: float = USUAL_LENGTH_S
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)
    _last: Glimpse | None = None
    _changes: int = 0

    async def run(self) -> None:
        """Look until it is met, stopped, or the time is over; the last word says which."""
        now_s = self.worker.means.now_s
        over_s = now_s() + self.length_s
        turn = 0
        while not self._stopped.is_set():
            turn += 1
            watched = await self._look(turn)
            if self._stopped.is_set():
                break
            if watched.is_met or now_s() + FLOOR_S > over_s:
                self.tell(_ended(watched, self.until))
                return
            self.tell(watched)
            await self._pause()
        self.tell(Watched(self.worker.now_ms(), ended=label("Stopped.")))

    def stop(self) -> None:
        """No further look."""
        self._stopped.set()

    def ask_to_stop(self) -> None:
        """The same from any thread."""
        self.worker.post(self.stop)

    async def _look(self, turn: int) -> Watched:
        if not self._has_room():
            return Watched(self.worker.now_ms(), note=_WAITING)
        read = TakeGlimpse(self.customer_id, turn)
        answer = await read_unless(self._stopped, self.worker, self.project, read, Need.BACKGROUND)
        return Watched(self.worker.now_ms()) if answer is None else self._compared(answer)

    def _compared(self, answer: Answer[Glimpse]) -> Watched:
        if answer.value is None:
            words = answer.failure.sentence if answer.failure else label("no answer")
            return Watched(answer.at_ms, note=phrase("Not read: {}", words))
        before, now, view = self._last, answer.value, self.view()
        changes = () if before is None else changes_between(before, now, view)
        self._last = _kept(before, now)
        self._changes += len(changes)
        is_met = self.until is not None and self.until.is_met(now, self._changes, view.names)
        note = _NOBODY if before is None and not now.exists else label("")
        return Watched(answer.at_ms, changes, note, now, is_met=is_met)

    def _has_room(self) -> bool:
        budget = self.worker.budget(self.project, RateDomain.CUSTOMER_INFORMATION)
        if budget is None or self.worker.now_ms() - budget.seen_at_ms > WINDOW_MS:
            return True
        return budget.left >= max(REQUESTS, budget.limit * HEADROOM)

    async def _pause(self) -> None:
        pause = asyncio.ensure_future(self.worker.means.pause(FLOOR_S))
        if not await comes_before(self._stopped, pause):
            pause.cancel()


def _kept(before: Glimpse | None, now: Glimpse) -> Glimpse:
    """The look to compare the next one with: what could not be read stays as it was."""
    if before is None or not now.exists:
        return now
    return replace(now, **{part: getattr(before, part) for part in now.unread})


def _ended(watched: Watched, until: WatchEnd | None) -> Watched:
    return replace(watched, ended=_end_words(until, is_met=watched.is_met))


def _end_words(until: WatchEnd | None, *, is_met: bool) -> SafeText:
    if until is None:
        return label("Time is up.")
    what = label("a change") if until.any_change else safe(until.text)
    return phrase("It is so: {}." if is_met else "Time is up without this: {}.", what)
