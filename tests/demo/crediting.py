"""One write to one customer, in process and over a socket: what the faults are tried on."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.demo.asking import ANN
from tests.simulated import authorized, demo_client, running_demo

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.demo.server import SimulatedService

CREDIT = f"{ANN}/virtual_currencies/transactions"
ADJUSTMENT = {"adjustments": {"GLD": 5}}


@asynccontextmanager
async def connected(kind: str, app: SimulatedService) -> AsyncIterator[httpx.AsyncClient]:
    if kind == "in process":
        async with demo_client(app) as client:
            yield client
        return
    with running_demo(app) as (base_url, _):
        async with httpx.AsyncClient(base_url=base_url, headers=authorized()) as client:
            yield client


both_ways = pytest.mark.parametrize("way", ["in process", "over a socket"])


async def credit(client: httpx.AsyncClient) -> httpx.Response:
    return await client.post(CREDIT, json=ADJUSTMENT)


def gold(app: SimulatedService) -> int:
    balance: int = app.state.world.find("user_42").balances["GLD"]
    return balance
