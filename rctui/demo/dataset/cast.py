"""All customers with a name, in the order in which the project lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset import access_stories, money_stories, odd_names, showroom
from rctui.demo.dataset.ann_lee import ann_lee
from rctui.demo.dataset.shared_account import shared_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Draft, Shop
    from rctui.demo.records import Customer

BLOCKED: Final[dict[str, float]] = {
    "stolen_cards_ltd": -40,
    "object": -21,
    "$RCAnonymousID:0badc0de0badc0de0badc0de0badc0de": -3,
}
"""Blocked customers and the day they were blocked. One has the name of the answer's own key."""


def named_customers(shop: Shop) -> Iterator[Customer]:
    """The cast: the customer of the pictures first, then the situations, then the oddities."""
    return (draft.customer for draft in _drafts(shop))


def _drafts(shop: Shop) -> Iterator[Draft]:
    yield ann_lee(shop)
    yield from access_stories.customers(shop)
    yield from money_stories.customers(shop)
    yield shared_account(shop)
    yield from showroom.customers(shop)
    yield from odd_names.customers(shop)
