"""A plan in the making: every row of a list is looked at, at the pace that reads may have."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.bulk.plan import PlanRow
from rctui.bulk.planning import PlanWish
from rctui.worker.answers import Need
from rctui.worker.until_stopped import read_unless

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.bulk.reading import Wish
    from rctui.playbooks.making import Making
    from rctui.worker.answers import Answer
    from rctui.worker.api_worker import ApiWorker

ROWS_AT_ONCE: Final = 8


@dataclass(slots=True)
class PlanJob:
    """Reads what each row would change. `run` and `stop` are the worker's to call."""

    worker: ApiWorker
    project: str
    wishes: Sequence[Wish]
    making: Making
    tell: Callable[[PlanRow], object]
    """Called with every row, in no particular order, on the worker's thread."""
    ended: Callable[[], object]
    """Called at the end, also where it was stopped before all rows were told."""
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Look at every row. One that can't be read says why and will not be sent."""
        room = asyncio.Semaphore(ROWS_AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                for number, wish in enumerate(self.wishes, 1):
                    await room.acquire()
                    if self._stopped.is_set():
                        break
                    reading = group.create_task(self._row(PlanWish(number, wish, self.making)))
                    reading.add_done_callback(lambda _: room.release())
        finally:
            self.ended()

    def stop(self) -> None:
        """Look at no further row."""
        self._stopped.set()

    def ask_to_stop(self) -> None:
        """The same from any thread."""
        self.worker.post(self.stop)

    async def _row(self, wish: PlanWish) -> None:
        answer = await read_unless(self._stopped, self.worker, self.project, wish, Need.BACKGROUND)
        if answer is not None:
            self.tell(_row_of(wish, answer))


def _row_of(wish: PlanWish, answer: Answer[PlanRow]) -> PlanRow:
    if answer.value is not None:
        return answer.value
    sentence = answer.failure.sentence.plain if answer.failure else "It was not answered."
    return PlanRow(wish.number, wish.wish.line, wish.customer_id, refused=f"Not read: {sentence}")
