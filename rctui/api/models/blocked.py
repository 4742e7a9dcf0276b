"""Blocked customers, whose list is not a list."""

from __future__ import annotations

from rctui.api.decode import WrongShape
from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text
from rctui.api.page import MOST_ITEMS, Page, Unreadable, read_item, read_page


class BlockedCustomer(Record):
    """An App User ID that is barred from the project. `raw` has its entry, the id put in."""

    id: Text
    updated_at_ms: Milliseconds | None = None


def read_blocked_customers(value: object) -> Page[BlockedCustomer]:
    """Read the block list, newest first.

    The API answers with an object whose keys are customer ids, next to the key `object`, which
    could itself be a customer's id: it is only skipped where its value is text. Should the API
    ever answer with a list like everywhere else, that is read too. Raises WrongShape.
    """
    if not isinstance(value, dict):
        raise WrongShape("the list of blocked customers should be an object")
    if isinstance(value.get("items"), list):
        return read_page(BlockedCustomer, value)
    if len(value) > MOST_ITEMS:
        raise WrongShape(f"there are {len(value)} blocked customers in it, more than there can be")
    entries = [
        _entry(str(key), entry)
        for key, entry in value.items()
        if not (key == "object" and isinstance(entry, str))
    ]
    return Page(tuple(sorted(entries, key=_newest_first)))


def _entry(customer_id: str, entry: object) -> BlockedCustomer | Unreadable:
    if isinstance(entry, dict):
        return read_item(BlockedCustomer, entry | {"id": customer_id})
    return Unreadable("the entry of a blocked customer should be an object", {customer_id: entry})


def _newest_first(item: BlockedCustomer | Unreadable) -> int:
    return 0 if isinstance(item, Unreadable) else -(item.updated_at_ms or 0)
