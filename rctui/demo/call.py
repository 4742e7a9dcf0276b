"""One request as a route sees it: already authenticated, its body already read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from urllib.parse import quote, urlencode

from rctui.demo.answer import Answer
from rctui.demo.problems import bad_parameter, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rctui.demo.records import Customer
    from rctui.demo.request_body import Fields
    from rctui.demo.world import World

Row = TypeVar("Row")

_PAGE: Final = 20
_LARGEST_PAGE: Final = 100
_WHOLE: Final = re.compile(r"[0-9]{1,9}")


class Page(NamedTuple):
    """Which part of a list is wanted."""

    after: str | None = None
    limit: int = _PAGE


class Call(NamedTuple):
    """What was asked, of which world, and when."""

    world: World
    now_ms: int
    origin: str
    """Scheme, host and port that the client used."""
    path: str
    """The path as it was sent, still encoded, without the query."""
    project_id: str
    ids: Mapping[str, str]
    query: Mapping[str, str]
    body: Fields

    @property
    def url(self) -> str:
        """What was asked for, without the query."""
        return self.origin + self.path

    @property
    def project_url(self) -> str:
        """Where everything of the project lives."""
        return f"{self.origin}/v2/projects/{encoded(self.project_id)}"

    def customer(self) -> Customer:
        """The customer of the path, to look at."""
        return found(self.world.find(self.customer_id))

    def customer_to_change(self) -> Customer:
        """The customer of the path, to change in place."""
        return found(self.world.to_change(self.customer_id))

    @property
    def customer_id(self) -> str:
        """The App User ID or alias of the path, decoded once."""
        return self.ids["customer_id"]

    def flag(self, name: str) -> bool:
        """A query parameter that is `true` or `false`; false without it."""
        value = self.query.get(name, "false")
        if value not in {"true", "false"}:
            raise bad_parameter(f"{name} must be true or false.", name)
        return value == "true"

    def page(self) -> Page:
        """The page that the query wants; a limit above 100 is cut without a word."""
        limit = self.query.get("limit", str(_PAGE))
        if not _WHOLE.fullmatch(limit) or int(limit) < 1:
            raise bad_parameter("limit must be a positive integer.", "limit")
        return Page(self.query.get("starting_after"), min(int(limit), _LARGEST_PAGE))

    def list_of(
        self,
        rows: Sequence[Row],
        cursor_of: Callable[[Row], str],
        shown: Callable[[Row], object],
    ) -> Answer:
        """The wanted page of `rows`."""
        page = self.page()
        return self.listing(after_cursor(rows, cursor_of, page), page, cursor_of, shown)

    def listing(
        self,
        rows: Sequence[Row],
        page: Page,
        cursor_of: Callable[[Row], str],
        shown: Callable[[Row], object],
    ) -> Answer:
        """A page of rows that start where the page does; one more than it holds means more."""
        items = rows[: page.limit]
        has_more = len(rows) > page.limit
        next_page = self._next_page(cursor_of(items[-1])) if has_more else None
        return Answer(list_body(self.url, [shown(row) for row in items], next_page))

    def _next_page(self, cursor: str) -> str:
        repeated = {name: value for name, value in self.query.items() if name != "starting_after"}
        query = {"starting_after": cursor} | repeated
        return f"{self.url}?{urlencode(query, quote_via=quote, safe='')}"


def after_cursor(rows: Sequence[Row], cursor_of: Callable[[Row], str], page: Page) -> Sequence[Row]:
    """The rows behind the page's cursor, one more than the page holds.

    An unknown cursor starts from the beginning, as the live service does.
    """
    places = (place for place, row in enumerate(rows) if cursor_of(row) == page.after)
    start = 0 if page.after is None else next(places, -1) + 1
    return rows[start : start + page.limit + 1]


def first_page(
    url: str,
    rows: Sequence[Row],
    cursor_of: Callable[[Row], str],
    shown: Callable[[Row], object],
) -> dict[str, object]:
    """A list inside of another answer: its first page, and where the rest is."""
    items = rows[:_PAGE]
    more = len(rows) > _PAGE
    query = urlencode({"starting_after": cursor_of(items[-1])}, quote_via=quote) if more else ""
    return list_body(url, [shown(row) for row in items], f"{url}?{query}" if more else None)


def list_body(url: str, items: list[object], next_page: str | None = None) -> dict[str, object]:
    """The envelope of every list."""
    return {"object": "list", "items": items, "next_page": next_page, "url": url}


def found(customer: Customer | None) -> Customer:
    """The customer, or the answer that there is none."""
    if customer is None:
        raise not_found()
    return customer


def encoded(segment: str) -> str:
    """One segment of a path."""
    return quote(segment, safe="")
