"""Reading a customer again after a change: a few spaced looks where the API shows it late."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from rctui.api.errors import ApiError
from rctui.customers.readback.compared import read_back
from rctui.customers.readback.observing import ObserveFor
from rctui.customers.readback.outcome import ReadBack, Seen
from rctui.text.safe_text import phrase, safe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Sequence

    from rctui.api.reader import CustomerReader
    from rctui.customers.changes.every_change import Change
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint

T = TypeVar("T")

PAUSES_S: Final = (0.7, 2.0, 4.0)
"""Between the looks at a change that the API shows late."""


@dataclass(slots=True)
class LookingBack:
    """How changes are read back. Ends early when the program does."""

    now_ms: Callable[[], int]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    pauses_s: Sequence[float] = PAUSES_S
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    def close(self) -> None:
        """The program ends: outcomes are in the journal, and nobody waits for looks."""
        self._closing.set()

    async def at(
        self,
        reader: CustomerReader,
        change: Change,
        before: Observation | None,
        view: Viewpoint,
    ) -> ReadBack | None:
        """What is to be seen of a change; `None` when the program ends meanwhile."""
        return await self._unless_closing(self._looks(reader, change, before, view))

    async def _looks(
        self,
        reader: CustomerReader,
        change: Change,
        before: Observation | None,
        view: Viewpoint,
    ) -> ReadBack:
        found = await self.once(reader, change, before, view)
        for pause_s in self.pauses_s if change.lags else ():
            if found.seen is not Seen.NOT_YET:
                break
            await self.sleep(pause_s)
            found = await self.once(reader, change, before, view)
        return found

    async def once(
        self,
        reader: CustomerReader,
        change: Change,
        before: Observation | None,
        view: Viewpoint,
    ) -> ReadBack:
        """One look, compared."""
        try:
            after = await ObserveFor(change, self.now_ms()).run(reader)
        except ApiError as error:
            words = phrase("It could not be read back: {}", safe(error.message))
            return ReadBack(Seen.NOT_READABLE, words)
        return read_back(change, before, after, view)

    async def _unless_closing(self, work: Coroutine[object, object, T]) -> T | None:
        looking = asyncio.ensure_future(work)
        closing = asyncio.ensure_future(self._closing.wait())
        await asyncio.wait({looking, closing}, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        if looking.done():
            return looking.result()
        looking.cancel()
        await asyncio.wait({looking})
        return None
