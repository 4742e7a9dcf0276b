"""Two projects on one server: each its own customers, catalogue and key."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from rctui.demo.identity import (
    DEMO_API_KEY,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_ID,
    OTHER_PROJECT_KEY,
    OTHER_PROJECT_NAME,
)
from rctui.demo.in_process import in_process_network
from rctui.demo.projects import web_world
from rctui.demo.server import create_app
from rctui.demo.world import World
from tests.simulated import NOW, customer_url, demo_app, demo_client

if TYPE_CHECKING:
    from rctui.demo.server import SimulatedService

WEB = f"/projects/{OTHER_PROJECT_ID}"
FIRST = f"/projects/{DEMO_PROJECT_ID}"
CATALOGUE = ("apps", "entitlements", "offerings", "products", "virtual_currencies")


async def answer(app: SimulatedService, key: str, path: str) -> Any:
    async with demo_client(app, key=key) as client:
        return (await client.get(path, params={"limit": 100})).json()


@pytest.mark.parametrize(
    ("key", "path"),
    [(DEMO_API_KEY, f"{WEB}/customers/user_42"), (OTHER_PROJECT_KEY, customer_url("user_42"))],
)
async def test_a_key_is_refused_in_the_other_project(key: str, path: str) -> None:
    async with demo_client(demo_app(), key=key) as client:
        refused = await client.get(path)
        deleted = await client.delete(path)

    assert (refused.status_code, deleted.status_code) == (403, 403)
    assert refused.json()["type"] == "authorization_error"


async def test_each_key_is_told_its_own_project() -> None:
    app = demo_app()

    (project,) = (await answer(app, OTHER_PROJECT_KEY, "/projects"))["items"]
    assert (project["id"], project["name"]) == (OTHER_PROJECT_ID, OTHER_PROJECT_NAME)
    (project,) = (await answer(app, DEMO_API_KEY, "/projects"))["items"]
    assert project["id"] == DEMO_PROJECT_ID


async def test_the_same_id_is_somebody_elses_state_in_the_other_project() -> None:
    app = demo_app()

    here = await answer(app, DEMO_API_KEY, f"{FIRST}/customers/user_42")
    there = await answer(app, OTHER_PROJECT_KEY, f"{WEB}/customers/user_42")

    assert (here["project_id"], there["project_id"]) == (DEMO_PROJECT_ID, OTHER_PROJECT_ID)
    assert here["active_entitlements"]["items"]
    assert not there["active_entitlements"]["items"]


async def test_the_same_address_finds_customers_of_both() -> None:
    app = demo_app()
    path = "/customers?search=kim.park%40example.com"
    async with demo_client(app) as client:
        here = (await client.get(FIRST + path)).json()["items"]
    async with demo_client(app, key=OTHER_PROJECT_KEY) as client:
        there = (await client.get(WEB + path)).json()["items"]

    assert [one["id"] for one in here] == ["kim_phone", "kim_tablet", "kim_old_account"]
    assert [one["id"] for one in there] == ["kim_at_school"]


async def test_the_projects_share_no_id_of_a_catalogue_or_a_row() -> None:
    app = demo_app()

    async def ids(key: str, root: str) -> set[str]:
        lists = [f"{root}/{one}" for one in CATALOGUE if one != "virtual_currencies"]
        rows = [f"{root}/customers/user_42/{one}" for one in ("subscriptions", "invoices")]
        answers = [await answer(app, key, path) for path in (*lists, *rows)]
        assert all(one["items"] for one in answers)
        return {item["id"] for one in answers for item in one["items"]}

    assert not await ids(DEMO_API_KEY, FIRST) & await ids(OTHER_PROJECT_KEY, WEB)


@pytest.mark.parametrize("resource", CATALOGUE[1:3])
async def test_whatever_names_a_project_names_its_own(resource: str) -> None:
    app = demo_app()
    for key, root in ((DEMO_API_KEY, FIRST), (OTHER_PROJECT_KEY, WEB)):
        items = (await answer(app, key, f"{root}/{resource}"))["items"]
        assert {item["project_id"] for item in items} == {root.removeprefix("/projects/")}


async def test_a_change_in_one_project_is_none_in_the_other() -> None:
    app = demo_app()
    async with demo_client(app, key=OTHER_PROJECT_KEY) as client:
        assert (await client.delete(f"{WEB}/customers/user_42")).status_code == 200
        assert (await client.get(f"{WEB}/customers/user_42")).status_code == 404

    assert (await answer(app, DEMO_API_KEY, f"{FIRST}/customers/user_42"))["id"] == "user_42"


async def test_an_invoices_file_is_that_of_its_project() -> None:
    app = demo_app()
    invoices = f"{WEB}/customers/user_42/invoices"
    (invoice, _) = (await answer(app, OTHER_PROJECT_KEY, invoices))["items"]
    async with demo_client(app, key=OTHER_PROJECT_KEY) as client:
        redirect = await client.get(invoice["invoice_url"])
    async with httpx.AsyncClient(transport=in_process_network(app)) as stranger:
        pdf = await stranger.get(redirect.headers["Location"])

    assert pdf.status_code == 200
    assert invoice["id"].encode() in pdf.content


async def test_the_other_project_is_made_by_its_first_request_and_once() -> None:
    made: list[World] = []

    def other() -> World:
        made.append(web_world(now_ms=NOW))
        return made[-1]

    app = create_app(World.seeded(now_ms=NOW), clock=lambda: NOW, other=other)
    await answer(app, DEMO_API_KEY, f"{FIRST}/customers/user_42")
    await answer(app, DEMO_API_KEY, f"{WEB}/customers/user_42")
    await answer(app, OTHER_PROJECT_KEY, f"{FIRST}/customers/user_42")
    assert not made
    await answer(app, OTHER_PROJECT_KEY, f"{WEB}/customers")
    await answer(app, OTHER_PROJECT_KEY, f"{WEB}/customers/user_42")
    assert len(made) == 1


def test_the_other_project_is_small() -> None:
    def memory(customers: int) -> int:
        tracemalloc.start()
        try:
            world = web_world(customers=customers, now_ms=NOW)
            assert world.find("user_42") is not None
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    memory(40)
    assert memory(10_000) < 120_000


def test_seed_and_number_concern_it_too() -> None:
    def ids(seed: int, customers: int) -> list[str]:
        world = web_world(seed, customers, now_ms=NOW)
        return [profile.id for profile in world.profiles()]

    assert ids(7, 40) == ids(7, 40)
    assert ids(7, 40) != ids(8, 40)
    assert (len(ids(7, 40)), len(ids(7, 0))) == (40, 9)
    first = {profile.id for profile in World.seeded(7, 4000, now_ms=NOW).profiles()}
    assert first & set(ids(7, 400)) == {"user_42", "card_failing_in_retry"}
