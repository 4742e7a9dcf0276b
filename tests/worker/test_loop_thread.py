"""A loop on a thread of its own: what it is told late, and what it leaves behind."""

from __future__ import annotations

import asyncio
import threading

from rctui.worker.loop_thread import LoopThread

PATIENCE_S = 60.0


async def _nothing() -> None:
    """The end has nothing to do."""


def test_what_is_told_to_a_thread_that_has_ended_is_let_go() -> None:
    thread, told = LoopThread("told late"), threading.Event()
    thread.start()
    assert thread.stop(_nothing, PATIENCE_S)
    thread.post(told.set)
    assert not told.is_set()


def test_a_task_that_is_still_there_at_the_end_comes_to_its_end() -> None:
    thread, ended = LoopThread("tidy"), threading.Event()
    left: list[asyncio.Task[None]] = []

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async def last() -> None:
        left.append(asyncio.ensure_future(waits()))
        await asyncio.sleep(0)

    thread.start()
    assert thread.stop(last, PATIENCE_S)
    assert ended.is_set()
    assert left[0].cancelled()
