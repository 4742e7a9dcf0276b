from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.page import Page
from rctui.api.paging import (
    ELSEWHERE,
    NO_CURSOR,
    NO_URL,
    REPEATS,
    TOO_MANY,
    all_pages,
    next_cursor,
)

LIST = "https://api.example.test/v2/projects/p/customers"


def ended(next_page: object, sent: str | None = None) -> tuple[str | None, str]:
    return next_cursor(next_page, list_url=LIST, sent_cursor=sent)


@pytest.mark.parametrize("next_page", [None, ""])
def test_no_next_page_is_a_normal_end(next_page: object) -> None:
    assert ended(next_page) == (None, "")


@pytest.mark.parametrize(
    "next_page",
    [
        f"{LIST}?starting_after=c1",
        f"{LIST}?limit=3&starting_after=c1&search=a%40b",
        "/v2/projects/p/customers?starting_after=c1&limit=3",
        "https://API.example.test:443/v2/projects/p/customers?starting_after=c1",
        "/v2/projects/%70/customers?starting_after=c1",
        "?starting_after=c1",
    ],
)
def test_the_cursor_of_every_form_is_taken(next_page: str) -> None:
    assert ended(next_page) == ("c1", "")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_a_cursor_is_decoded_once(cursor: str) -> None:
    assert ended(f"{LIST}?starting_after={quote(cursor, safe='')}&limit=20") == (cursor, "")


def test_an_encoded_cursor_is_not_decoded_twice() -> None:
    assert ended(f"{LIST}?starting_after=%2524RC") == ("%24RC", "")


@pytest.mark.parametrize(
    "next_page",
    [
        "https://evil.test/v2/projects/p/customers?starting_after=c1",
        "//evil.test/v2/projects/p/customers?starting_after=c1",
        "http://api.example.test/v2/projects/p/customers?starting_after=c1",
        "https://api.example.test:8443/v2/projects/p/customers?starting_after=c1",
        "https://key@api.example.test/v2/projects/p/customers?starting_after=c1",
        "https://api.example.test@evil.test/v2/projects/p/customers?starting_after=c1",
        "https://api.example.test.evil.test/v2/projects/p/customers?starting_after=c1",
        "/v2/projects/other/customers?starting_after=c1",
        "/v2/projects/p/customers/c1/aliases?starting_after=c1",
        "/v2/projects/p/customers/../../other/customers?starting_after=c1",
        "/v2/projects/p%2Fcustomers?starting_after=c1",
        "/v1/projects/p/customers?starting_after=c1",
        "file:///etc/passwd?starting_after=c1",
        "javascript:alert(1)",
    ],
)
def test_a_next_page_at_another_place_ends_the_list(next_page: str) -> None:
    assert ended(next_page) == (None, ELSEWHERE)


@pytest.mark.parametrize(
    "next_page",
    [
        7,
        True,
        ["x"],
        {"url": LIST},
        "https://[::1?starting_after=c1",
        "https://api.example.test:port/v2/projects/p/customers?starting_after=c1",
        f"{LIST}?starting_after=c1\n",
        f"{LIST} ?starting_after=c1",
        "https:\\\\evil.test?starting_after=c1",
        f"{LIST}?starting_after=%FF",
        f"{LIST}?starting_after={'x' * 30_000}",
    ],
)
def test_what_is_no_url_ends_the_list(next_page: object) -> None:
    assert ended(next_page) == (None, NO_URL)


@pytest.mark.parametrize(
    "query", ["", "?limit=3", "?starting_after=", "?starting_after=a&starting_after=b"]
)
def test_a_next_page_without_one_clear_cursor_ends_the_list(query: str) -> None:
    assert ended(LIST + query) == (None, NO_CURSOR)


def test_the_cursor_that_was_sent_ends_the_list() -> None:
    assert ended(f"{LIST}?starting_after=c1", sent="c1") == (None, REPEATS)


@given(st.text(max_size=200))
def test_no_text_can_break_it(next_page: str) -> None:
    cursor, reason = ended(next_page)
    assert cursor is None or reason == ""


class Shelf:
    """Pages by their cursor, and how often one was asked for."""

    def __init__(self, *following: str | None) -> None:
        self._following = list(following)
        self.asked: list[str | None] = []

    async def fetch(self, cursor: str | None) -> Page[str]:
        following = self._following[min(len(self.asked), len(self._following) - 1)]
        self.asked.append(cursor)
        return Page((f"after {cursor}",), following)


async def collected(shelf: Shelf, at_most: int = 1000) -> list[Page[str]]:
    return [page async for page in all_pages(shelf.fetch, at_most=at_most)]


async def test_all_pages_are_asked_for_once() -> None:
    shelf = Shelf("a", "b", None)
    pages = await collected(shelf)
    assert shelf.asked == [None, "a", "b"]
    assert [page.cut_short for page in pages] == ["", "", ""]


async def test_a_circle_of_pages_ends_and_is_told() -> None:
    shelf = Shelf("a", "b", "a")
    pages = await collected(shelf)
    assert shelf.asked == [None, "a", "b"]
    assert (pages[-1].next_cursor, pages[-1].cut_short) == (None, REPEATS)


async def test_endless_pages_end_at_the_limit_and_are_told() -> None:
    shelf = Shelf(*(str(number) for number in range(100)))
    pages = await collected(shelf, at_most=5)
    assert len(shelf.asked) == 5
    assert pages[-1].cut_short == TOO_MANY
