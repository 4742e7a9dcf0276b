from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.simulated import Clock, demo_app, demo_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from rctui.demo.server import SimulatedService


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(clock: Clock) -> SimulatedService:
    return demo_app(clock=clock)


@pytest.fixture
async def client(app: SimulatedService) -> AsyncIterator[httpx.AsyncClient]:
    async with demo_client(app) as client:
        yield client
