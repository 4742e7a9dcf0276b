"""An asyncio loop on a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

T = TypeVar("T")


class LoopThread:
    """Runs coroutines on its own thread until it is stopped.

    The thread is a daemon: a process that must end is not held up by a request.
    """

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._ending = threading.Lock()
        self._last: Future[object] | None = None
        self._is_told_to_stop = False

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def post(self, callback: Callable[..., object], *arguments: object) -> None:
        """Call a plain function on the loop, soon, from any thread. Nothing once stopped."""
        try:
            self._loop.call_soon_threadsafe(callback, *arguments)
        except RuntimeError:
            # Asked first, it could close between the question and the call.
            if not self._loop.is_closed():
                raise

    def submit(self, coroutine: Coroutine[object, object, T]) -> Future[T]:
        """Run a coroutine on the loop, from any thread."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def stop(self, last: Callable[[], Coroutine[object, object, object]], timeout_s: float) -> bool:
        """Run a last coroutine, then end the thread; whether all of it was done in time.

        It is run once: who stops the thread a second time, or beside another, waits for the same
        end. A thread that was never started has nothing to end.
        """
        if self._thread.ident is None:
            self._loop.close()
            return True
        with self._ending:
            if self._last is None:
                self._last = self.submit(last())
        try:
            self._last.result(timeout_s)
        except FutureTimeoutError:
            return False
        with self._ending:
            if not self._is_told_to_stop:
                self._is_told_to_stop = True
                self.post(self._loop.stop)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._end_what_is_left())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _end_what_is_left(self) -> None:
        """Have what was cancelled last take note of that: a closed loop leaves it in the air."""
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
