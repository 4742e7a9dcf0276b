"""What a server can name as the next page: nothing leads away, round in circles or on for ever."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from rctui.api.paging import (
    ELSEWHERE,
    NO_CURSOR,
    NO_URL,
    PAGES_AT_MOST,
    REPEATS,
    TOO_MANY,
    all_pages,
)
from rctui.api.reader import CustomerReader
from rctui.customers.whole import PAGES_AT_MOST as SHOWN_AT_MOST
from rctui.demo.identity import DEMO_PROJECT_ID
from rctui.headless.showing import ShowForm, show
from tests.api.connecting import PROJECT, connected
from tests.api.loopback import Server, answer, serving
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program

if TYPE_CHECKING:
    from tests.api.loopback import Behaviour, Line

ALIASES: Final = f"/v2/projects/{PROJECT}/customers/c/aliases"

TRICKS: Final[dict[str, tuple[object, str]]] = {
    "another host": ("http://{other}" + ALIASES + "?starting_after=a", ELSEWHERE),
    "another host without a scheme": ("//{other}" + ALIASES + "?starting_after=a", ELSEWHERE),
    "another port": ("http://127.0.0.1:1" + ALIASES + "?starting_after=a", ELSEWHERE),
    "another scheme": ("https://{here}" + ALIASES + "?starting_after=a", ELSEWHERE),
    "a user before the host": ("http://{here}@{other}" + ALIASES + "?starting_after=a", ELSEWHERE),
    "a user at the host": ("http://key@{here}" + ALIASES + "?starting_after=a", ELSEWHERE),
    "backslashes": ("http:\\\\{other}" + ALIASES + "?starting_after=a", NO_URL),
    "another project": ("/v2/projects/other/customers/c/aliases?starting_after=a", ELSEWHERE),
    "another customer": (f"/v2/projects/{PROJECT}/customers/d/aliases?starting_after=a", ELSEWHERE),
    "another list": (f"/v2/projects/{PROJECT}/customers/c/invoices?starting_after=a", ELSEWHERE),
    "upwards": (ALIASES + "/../../../../other?starting_after=a", ELSEWHERE),
    "another version": (ALIASES.replace("/v2/", "/v1/") + "?starting_after=a", ELSEWHERE),
    "the version twice": ("/v2" + ALIASES + "?starting_after=a", ELSEWHERE),
    "a file": ("file:///etc/passwd?starting_after=a", ELSEWHERE),
    "a script": ("javascript:alert(1)", ELSEWHERE),
    "data": ("data:text/plain,x?starting_after=a", ELSEWHERE),
    "a line break": (ALIASES + "?starting_after=a\r\nX-Evil: 1", NO_URL),
    "controls": (ALIASES + "?starting_after=\x1b[2J", NO_URL),
    "a number": (2, NO_URL),
    "a list": ([ALIASES + "?starting_after=a"], NO_URL),
    "an object": ({"url": ALIASES}, NO_URL),
    "true": (True, NO_URL),
    "a megabyte": (ALIASES + "?starting_after=" + "x" * 1_000_000, NO_URL),
    "no cursor": (ALIASES + "?limit=100", NO_CURSOR),
    "an empty cursor": (ALIASES + "?starting_after=", NO_CURSOR),
    "two cursors": (ALIASES + "?starting_after=a&starting_after=b", NO_CURSOR),
}


def page(next_page: object, *ids: str) -> Behaviour:
    items = [{"object": "customer.alias", "id": one, "created_at": 1} for one in ids]
    body = {"object": "list", "items": items, "next_page": next_page, "url": ALIASES}
    return answer(json.dumps(body).encode())


async def aliases(server: Server, at_most: int = PAGES_AT_MOST) -> tuple[list[str], str]:
    """The ids of all pages, and why they broke off."""
    async with connected(server.base_url) as transport:
        reader = CustomerReader(transport, PROJECT)
        pages = [
            one
            async for one in all_pages(
                lambda cursor: reader.list_aliases("c", starting_after=cursor), at_most=at_most
            )
        ]
    return [row.id for one in pages for row in one.records], pages[-1].cut_short


@pytest.mark.parametrize("name", TRICKS)
async def test_no_next_page_leads_away_and_what_was_loaded_stays(name: str) -> None:
    next_page, reason = TRICKS[name]
    async with serving(page(None)) as other, serving() as server:
        if isinstance(next_page, str):
            next_page = next_page.replace("{other}", f"127.0.0.1:{other.port}")
            next_page = next_page.replace("{here}", f"127.0.0.1:{server.port}")
        server.behaviours[:] = [page(next_page, "a", "b")]
        assert await aliases(server) == (["a", "b"], reason)
    assert len(server.requests) == 1
    assert other.connections == 0


@pytest.mark.parametrize("whole", [True, False])
async def test_the_second_page_is_asked_for_once_below_the_base(whole: bool) -> None:
    async with serving() as server:
        there = f"http://127.0.0.1:{server.port}" if whole else ""
        second = there + ALIASES + "?limit=100&starting_after=%24RC%2Fa"
        server.behaviours[:] = [page(second, "a"), page(None, "b")]
        assert await aliases(server) == (["a", "b"], "")
    asked = [request.split(b"\r\n")[0] for request in server.requests]
    assert asked[1].startswith(f"GET {ALIASES}?".encode())
    assert b"starting_after=%24RC%2Fa" in asked[1]


async def test_pages_in_a_circle_end_where_they_began() -> None:
    turns = [page(ALIASES + f"?starting_after={one}", one) for one in ("a", "b", "c", "a")]
    async with serving(*turns) as server:
        assert await aliases(server) == (["a", "b", "c", "a"], REPEATS)
    assert len(server.requests) == 4


async def endless(line: Line) -> None:
    """Empty pages, each of which names another one."""
    endless.count += 1  # type: ignore[attr-defined]
    await page(f"{ALIASES}?starting_after=n{endless.count}")(line)  # type: ignore[attr-defined]


endless.count = 0  # type: ignore[attr-defined]


async def test_empty_pages_without_end_end_and_that_is_said() -> None:
    async with serving(endless) as server:
        assert await aliases(server, at_most=30) == ([], TOO_MANY)
    assert len(server.requests) == 30


async def test_ids_that_come_twice_are_two_rows_and_break_nothing() -> None:
    pages = [page(ALIASES + "?starting_after=b", "a", "b"), page(None, "b", "a")]
    async with serving(*pages) as server:
        assert await aliases(server) == (["a", "b", "b", "a"], "")


PURCHASES: Final = f"/v2/projects/{DEMO_PROJECT_ID}/customers/user_42/purchases"


def purchases(next_page: object) -> Behaviour:
    items = [{"object": "purchase", "id": f"purc{number}"} for number in (1, 1, 2)]
    return answer(json.dumps({"object": "list", "items": items, "next_page": next_page}).encode())


async def test_the_operator_reads_that_a_list_broke_off_and_keeps_its_rows() -> None:
    away = "https://evil.example" + PURCHASES + "?starting_after=x"
    again = PURCHASES + "?starting_after=purc2"
    async with serving(purchases(away)) as server:
        detour = Detour("/purchases", server.port)
        async with program(opened_on(detour), text="user_42", size=(120, 30)) as operator:
            await operator.sees("3 Purchases")
            await operator.press("3")
            await operator.sees("3 loaded, the list broke off")
            server.behaviours[:] = [purchases(again)]
            await operator.press("r")
            await operator.sees("3 loaded, more (end loads them)")
            await operator.press("end")
            await operator.sees("6 loaded, the list broke off")
            taken = detour.taken
            await operator.press("home", "end", "down")
            await operator.settles()
            assert detour.taken == taken


def test_a_command_that_reads_all_pages_ends_and_says_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    import asyncio

    async def shown() -> Server:
        count = 0

        async def next_one(line: Line) -> None:
            nonlocal count
            count += 1
            await purchases(f"{PURCHASES}?starting_after=n{count}")(line)

        async with serving(next_one) as server:
            opening = opened_on(Detour("/purchases", server.port))
            form = ShowForm(section="purchases")
            assert await asyncio.to_thread(show, opening, "user_42", form) == 0
            return server

    server = asyncio.run(shown())
    assert len(server.requests) == SHOWN_AT_MOST
    assert f"purchases: {3 * SHOWN_AT_MOST} loaded, more" in capsys.readouterr().out
