"""A long list of customers of which only a few pages are kept."""

from __future__ import annotations

from typing import cast

import pytest

from rctui.api.models.customer import Customer
from rctui.api.page import Page, Unreadable, read_page
from rctui.customers.browsed import Below, BrowsedCustomers
from rctui.customers.listed import NOT_KEPT, ListedCustomer


def page(*ids: str, then: str | None = None) -> Page[Customer]:
    return read_page(Customer, [{"id": id_} for id_ in ids], then)


def ids(rows: BrowsedCustomers | Below) -> list[str]:
    return [cast("ListedCustomer", row).customer_id for row in rows]


def browsed(pages: int, *, keep: int) -> BrowsedCustomers:
    listing = BrowsedCustomers(page("a0", "b0", then="0"), keep=keep)
    for number in range(1, pages):
        listing.add(page(f"a{number}", f"b{number}", then=str(number)))
    return listing


def test_pages_follow_one_another() -> None:
    listing = BrowsedCustomers(page("a", "b", then="b"))
    assert (listing.more, listing.count_words.plain) == (True, "2 loaded, more")
    listing.add(page("c"))
    assert ids(listing) == ["a", "b", "c"]
    assert (listing.more, listing.count_words.plain) == (False, "3")
    assert BrowsedCustomers(page()).count_words.plain == "none"


def test_only_the_last_pages_are_kept_and_the_length_is_that_of_all() -> None:
    listing = browsed(5, keep=2)
    assert len(listing) == 10
    assert ids(listing) == [""] * 6 + ["a3", "b3", "a4", "b4"]
    assert listing[0] is NOT_KEPT
    assert [listing.page_at(place) for place in (0, 3, 9)] == [(0, None), (1, "0"), (4, "3")]


def test_a_page_that_was_read_again_takes_its_place_and_another_goes() -> None:
    listing = browsed(3, keep=2)
    listing.put_back(0, page("a0", "b0"))
    assert ids(listing) == ["a0", "b0", "", "", "a2", "b2"]


def test_a_page_keeps_its_length_whatever_came_or_went_since() -> None:
    listing = browsed(3, keep=1)
    listing.put_back(1, page("new", "a1", "b1"))
    assert ids(listing)[2:4] == ["new", "a1"]
    listing.put_back(1, page("a1"))
    assert isinstance(listing[3], Unreadable)
    assert len(listing) == 6


def test_a_server_that_goes_in_circles_is_left() -> None:
    listing = BrowsedCustomers(page("a", then="x"))
    listing.add(page("b", then="y"))
    listing.add(page("c", then="x"))
    assert not listing.more
    assert listing.count_words.plain == "3 loaded, the list broke off"


def test_rows_above_come_first() -> None:
    rows = Below((ListedCustomer("pin", "pinned"),), browsed(1, keep=1))
    assert ids(rows) == ["pin", "a0", "b0"]
    assert ids(cast("Below", rows[1:])) == ["a0", "b0"]
    with pytest.raises(IndexError):
        rows[3]
