"""Names from the catalogue of a simulated project, with a key that may read it or not."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from rctui.api.connection import Connection
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.customers.catalogue_names import ReadCatalogueNames, projects_of
from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    DEMO_API_KEY,
    DEMO_BASE_URL,
    DEMO_PROJECT_ID,
    DEMO_PROJECT_NAME,
)
from rctui.demo.in_process import in_process_network
from rctui.secret import Secret
from tests.simulated import demo_app

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.demo.server import SimulatedService


@asynccontextmanager
async def reader(app: SimulatedService, key: str = DEMO_API_KEY) -> AsyncIterator[CustomerReader]:
    connection = Connection(DEMO_BASE_URL, Secret(key), read_only=True)
    transport = Transport(connection, network=in_process_network(app))
    try:
        yield CustomerReader(transport, DEMO_PROJECT_ID)
    finally:
        await transport.aclose()


async def test_every_kind_has_names() -> None:
    app = demo_app()
    async with reader(app) as one:
        told = await ReadCatalogueNames().run(one)
    catalogue = app.state.world.catalogue
    assert told.missing == ()
    for entitlement in catalogue.entitlements.values():
        assert told.names[entitlement.id] == entitlement.lookup_key
        assert told.titles[entitlement.id] == entitlement.display_name
    for app_ in catalogue.apps.values():
        assert told.names[app_.id] == app_.name
    assert set(catalogue.currencies) <= set(told.names)


async def test_a_key_that_may_not_read_it_learns_nothing_and_says_why() -> None:
    async with reader(demo_app(), CUSTOMERS_ONLY_KEY) as one:
        told = await ReadCatalogueNames().run(one)
    assert told.is_empty
    assert [words.partition(":")[0] for words in told.missing] == [
        "entitlements", "offerings", "products", "apps", "currencies",
    ]  # fmt: skip


async def test_a_key_knows_its_project() -> None:
    async with reader(demo_app()) as one:
        [project] = await projects_of(one)
    assert (project.id, project.name) == (DEMO_PROJECT_ID, DEMO_PROJECT_NAME)
