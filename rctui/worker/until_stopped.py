"""Waiting inside a job: for something, or for the job to be stopped."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rctui.customers.reads import Read
    from rctui.worker.answers import Answer, Need
    from rctui.worker.api_worker import ApiWorker

T = TypeVar("T")


async def comes_before(stopped: asyncio.Event, awaited: asyncio.Future[Any]) -> bool:
    """Wait for something, or for the event; whether the thing came. It goes on all the same."""
    stops = asyncio.ensure_future(stopped.wait())
    await asyncio.wait({awaited, stops}, return_when=asyncio.FIRST_COMPLETED)
    stops.cancel()
    return awaited.done()


async def read_unless(
    stopped: asyncio.Event, worker: ApiWorker, project: str, read: Read[T], need: Need
) -> Answer[T] | None:
    """The answer to a read, or `None` where the job is stopped before. On the worker's thread."""
    answered: asyncio.Future[Answer[T]] = asyncio.get_running_loop().create_future()
    number = worker.read(project, read, need, answered.set_result)
    if await comes_before(stopped, answered):
        return answered.result()
    # Not cancelled: until the worker has dropped it, the answer may still come.
    worker.drop(number)
    return None
