"""The queue of writes, with writes that end when the test says so."""

from __future__ import annotations

import asyncio
import threading
from collections import defaultdict

import pytest

from rctui.worker.write_errors import AlreadyUnderWay
from rctui.worker.write_queue import AT_ONCE, WriteJob, WriteQueue


class Desk:
    """A queue, and what runs in it."""

    def __init__(self) -> None:
        self.bugs: list[BaseException] = []
        self.queue = WriteQueue(self.bugs.append)
        self.began: list[str] = []
        self.ended: list[str] = []
        self.gates: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def submit(self, name: str, *customers: str, project: str = "p") -> None:
        claim = (project, name)
        self.queue.claim(claim)

        async def run() -> None:
            self.began.append(name)
            await self.gates[name].wait()
            self.ended.append(name)

        self.queue.submit(WriteJob(project, customers, claim, run))
        await settle()

    async def end(self, name: str) -> None:
        self.gates[name].set()
        await settle()


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_writes_on_one_customer_go_one_after_another() -> None:
    desk = Desk()
    for name in ("one", "two", "three"):
        await desk.submit(name, "user_1")
    assert desk.began == ["one"]
    await desk.end("one")
    assert desk.began == ["one", "two"]
    await desk.end("two")
    await desk.end("three")
    assert desk.ended == ["one", "two", "three"]


async def test_other_customers_and_projects_do_not_wait() -> None:
    desk = Desk()
    await desk.submit("one", "user_1")
    await desk.submit("two", "user_2")
    await desk.submit("three", "user_1", project="q")
    assert desk.began == ["one", "two", "three"]


async def test_a_write_on_two_customers_waits_for_both() -> None:
    desk = Desk()
    await desk.submit("one", "user_1")
    await desk.submit("both", "user_2", "user_1")
    await desk.submit("two", "user_2")
    assert desk.began == ["one", "two"]
    await desk.end("one")
    assert "both" not in desk.began
    await desk.end("two")
    await desk.end("both")
    assert desk.ended == ["one", "two", "both"]


async def test_opposite_transfers_end() -> None:
    desk = Desk()
    await desk.submit("there", "a", "b")
    await desk.submit("back", "b", "a")
    await desk.end("there")
    await desk.end("back")
    assert desk.ended == ["there", "back"]


async def test_not_too_many_at_once() -> None:
    desk = Desk()
    for place in range(AT_ONCE + 2):
        await desk.submit(f"w{place}", f"user_{place}")
    assert len(desk.began) == AT_ONCE
    await desk.end("w0")
    assert len(desk.began) == AT_ONCE + 1


async def test_the_same_write_is_refused_until_it_has_ended() -> None:
    desk = Desk()
    await desk.submit("one", "user_1")
    with pytest.raises(AlreadyUnderWay):
        await desk.submit("one", "user_1")
    assert desk.queue.under_way == 1
    await desk.end("one")
    assert desk.queue.under_way == 0
    await desk.submit("one", "user_1")
    assert desk.ended == ["one", "one"]


def test_of_many_threads_one_gets_the_claim() -> None:
    queue = WriteQueue(lambda bug: None)
    start = threading.Barrier(8)
    refused: list[bool] = []

    def claim() -> None:
        start.wait()
        try:
            queue.claim(("p", "same"))
        except AlreadyUnderWay:
            refused.append(True)

    threads = [threading.Thread(target=claim) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 7


async def test_draining_waits_for_what_waits_too() -> None:
    desk = Desk()
    await desk.submit("one", "user_1")
    await desk.submit("two", "user_1")
    draining = asyncio.ensure_future(desk.queue.drain())
    await desk.end("one")
    assert not draining.done()
    await desk.end("two")
    await draining
    assert desk.ended == ["one", "two"]


async def test_a_bug_is_told_and_lets_the_customer_go() -> None:
    desk = Desk()

    async def breaks() -> None:
        raise ZeroDivisionError

    desk.queue.claim(("p", "bad"))
    desk.queue.submit(WriteJob("p", ("user_1",), ("p", "bad"), breaks))
    await settle()
    assert [type(bug) for bug in desk.bugs] == [ZeroDivisionError]
    await desk.submit("bad", "user_1")
    assert desk.began == ["bad"]
