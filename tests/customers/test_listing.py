from __future__ import annotations

from typing import Any

from rctui.api.page import Page
from rctui.customers.listing import first_page, with_next_page


def page(*items: Any, then: str | None = None) -> Page[Any]:
    return Page(items, then)


def test_pages_follow_one_another() -> None:
    listing = with_next_page(first_page(page("a", then="a"), 1), page("b"), 2)
    assert (listing.rows, listing.more, listing.as_of_ms) == (("a", "b"), False, 2)
    assert listing.count.plain == "2"


def test_a_count_is_of_what_is_loaded() -> None:
    assert first_page(page("a", then="a"), 1).count.plain == "1 loaded, more"
    assert first_page(page(), 1).count.plain == "none"
    cut: Page[Any] = Page(("a",), None, "another host")
    assert first_page(cut, 1).count.plain == "1 loaded, the list broke off"


def test_a_server_that_goes_in_circles_is_left() -> None:
    one = first_page(page("a", then="x"), 1)
    two = with_next_page(one, page("b", then="y"), 2)
    three = with_next_page(two, page("c", then="x"), 3)
    assert three.more is False
    assert three.cut_short == "the server repeats a page"
