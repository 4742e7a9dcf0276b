from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.service import NETWORKS, running_service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.integration.service import Client, Service


@pytest.fixture(params=NETWORKS)
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """A fresh simulated project, once in process and once over a loopback socket."""
    with running_service(request.param) as service:
        yield service


@pytest.fixture
async def client(service: Service) -> AsyncIterator[Client]:
    """A client that may do everything."""
    async with service.client() as client:
        yield client
