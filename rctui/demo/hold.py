"""A place where requests wait until a test lets them go."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future


class Hold:
    """Holds every request that comes by until `release`; after that, none.

    It may be used from any thread and any event loop: the server may run in a thread of its own.
    """

    def __init__(self) -> None:
        self._reached: Future[None] = Future()
        self._released: Future[None] = Future()

    async def pass_through(self) -> None:
        """Wait here until released. For the server."""
        _settle(self._reached)
        await asyncio.shield(asyncio.wrap_future(self._released))

    async def reached(self, timeout_s: float = 60) -> None:
        """Wait until the first request is held. Raises TimeoutError."""
        await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._reached)), timeout_s)

    def wait_until_reached(self, timeout_s: float = 60) -> None:
        """The same for a thread without an event loop. Raises TimeoutError."""
        self._reached.result(timeout_s)

    def release(self) -> None:
        """Let everything go on."""
        _settle(self._released)


def _settle(future: Future[None]) -> None:
    if not future.done():
        future.set_result(None)
