"""Where the next page of a list starts, and all pages one after another.

A server names the next page by a URL. Only the cursor is taken out of it, decoded once; the
next request is built here again from the operation, so that nothing a server says can send the
key to another place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from rctui.api.page import Page

T = TypeVar("T")

PAGES_AT_MOST: Final = 1000
REPEATS: Final = "the server repeats a page"
ELSEWHERE: Final = "the server's next page is at another place"
NO_URL: Final = "the server's next page is no URL"
NO_CURSOR: Final = "the server's next page has no starting point"
TOO_MANY: Final = "there are too many pages"

_LONGEST: Final = 20_000
"""Characters of a URL: a percent-encoded id of 1500 characters takes up to 18 000."""
_DEFAULT_PORTS: Final = {"https": 443, "http": 80}


def next_cursor(
    next_page: object, *, list_url: str, sent_cursor: str | None
) -> tuple[str | None, str]:
    """The next page's `starting_after`, or `None` and why the list was cut short.

    `next_page` is what the answer says: an absolute URL, a path, null, empty or missing.
    `list_url` is the absolute URL that was asked, without its query; `sent_cursor` is the
    cursor that was sent. An empty reason with `None` is a normal last page.
    """
    if next_page is None or next_page == "":
        return None, ""
    if not isinstance(next_page, str) or not _is_plain(next_page):
        return None, NO_URL
    try:
        cursor = _cursor_in(next_page, list_url)
    except ValueError:
        return None, NO_URL
    except _Astray as astray:
        return None, str(astray)
    return (None, REPEATS) if cursor == sent_cursor else (cursor, "")


async def all_pages(
    fetch: Callable[[str | None], Awaitable[Page[T]]], *, at_most: int = PAGES_AT_MOST
) -> AsyncIterator[Page[T]]:
    """Every page of a list, by asking `fetch` for one cursor after another.

    Ends for certain: a cursor that comes again, or the last page allowed, is told as the
    `cut_short` of the page it ends with. Raises what `fetch` raises.
    """
    seen: set[str] = set()
    cursor: str | None = None
    for number in range(1, at_most + 1):
        page = await fetch(cursor)
        cursor = page.next_cursor
        reason = REPEATS if cursor in seen else TOO_MANY if number == at_most else ""
        if cursor is None or reason:
            yield page if cursor is None else replace(page, next_cursor=None, cut_short=reason)
            return
        yield page
        seen.add(cursor)


class _Astray(Exception):
    """The next page can't be followed."""


def _is_plain(url: str) -> bool:
    """Whether all readers of this URL read the same: no blanks, controls or backslashes."""
    return len(url) <= _LONGEST and url.isprintable() and not set(url) & set(" \\")


def _cursor_in(next_page: str, list_url: str) -> str:
    there, here = urlsplit(urljoin(list_url, next_page)), urlsplit(list_url)
    if _place(there) != _place(here) or "@" in there.netloc:
        raise _Astray(ELSEWHERE)
    named = [
        value
        for name, value in parse_qsl(there.query, keep_blank_values=True, errors="strict")
        if name == "starting_after"
    ]
    if len(named) != 1 or not named[0]:
        raise _Astray(NO_CURSOR)
    return named[0]


def _place(url: SplitResult) -> tuple[object, ...]:
    """Origin and path, however the path is percent-encoded."""
    port = url.port or _DEFAULT_PORTS.get(url.scheme)
    segments = [unquote(segment, errors="strict") for segment in url.path.split("/")]
    return url.scheme, url.hostname, port, *segments
