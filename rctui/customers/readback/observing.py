"""Looking at a customer before and after a change: only at what the change is about."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rctui.api.errors import NotFound, PermissionDenied
from rctui.api.paging import all_pages
from rctui.api.rate_limits import RateDomain
from rctui.customers.api_words import PROMOTIONAL
from rctui.customers.readback.observation import Look, Observation

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.models.customer import Customer
    from rctui.api.models.subscription import Subscription
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader
    from rctui.customers.changes.change import Change

PAGES_AT_MOST: Final = 10
"""Of one list. Whoever has more than 1000 rows is looked at in part, and the look says so."""

Parts = dict[str, Any]
"""Fields of an `Observation`, as one look finds them."""


@dataclass(frozen=True, slots=True)
class ObserveFor:
    """One look at everything that a change is about, as a read like any other.

    What the key may not read is `None` in it, and the reason among its problems. Any other
    failure is raised as ApiError: half a look is no look.
    """

    change: Change
    now_ms: int
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    @property
    def customer_id(self) -> str:
        """Whose data it is."""
        return self.change.customer_id

    async def run(self, reader: CustomerReader) -> Observation:
        """Look. Raises ApiError."""
        looks = [_seen(LOOKS[look], reader, self.change) for look in sorted(self.change.looks)]
        found: Parts = {}
        problems: list[str] = []
        for parts in await asyncio.gather(*looks):
            problems += parts.pop("problems", ())
            found |= parts
        return Observation(at_ms=self.now_ms, problems=tuple(problems), **found)


async def _seen(
    look: Callable[[CustomerReader, Change], Awaitable[Parts]],
    reader: CustomerReader,
    change: Change,
) -> Parts:
    try:
        return await look(reader, change)
    except NotFound:
        # A customer without any has an empty list: this is the customer who is not there.
        return {"exists": False}
    except PermissionDenied as error:
        return {"problems": (error.message,)}


async def _customer(reader: CustomerReader, change: Change) -> Parts:
    try:
        customer = await reader.get_customer(change.customer_id, expand_attributes=False)
    except NotFound:
        return {"exists": False}
    parts: Parts = {"exists": True, "id": customer.id}
    ends = _ends(customer, getattr(change, "entitlement_id", None))
    return parts if ends is None else parts | {"ends": ends}


def _ends(customer: Customer, entitlement_id: str | None) -> dict[str, int | None] | None:
    """The active access to one entitlement; `None` where that is not asked or not told."""
    told = customer.active_entitlements
    if entitlement_id is None or told is None:
        return None
    ends = {one.entitlement_id: one.expires_at for one in told.records}
    if entitlement_id in ends:
        return {entitlement_id: ends[entitlement_id]}
    return None if told.next_cursor or told.unreadable else {}


async def _grants(reader: CustomerReader, change: Change) -> Parts:
    wanted = getattr(change, "entitlement_id", "")

    async def fetch(cursor: str | None) -> Page[Subscription]:
        return await reader.list_subscriptions(change.customer_id, starting_after=cursor)

    rows, problem = await _rows(fetch)
    if problem:
        return {"problems": (f"subscriptions: {problem}",)}
    ends = [row.current_period_ends_at for row in rows if _is_grant_of(row, wanted)]
    return {"grants": tuple(sorted(ends, key=lambda end: (end is None, end or 0)))}


def _is_grant_of(row: Subscription, entitlement_id: str) -> bool:
    gives = {one.id for one in row.entitlements.records} if row.entitlements else set()
    return row.store == PROMOTIONAL and row.gives_access is True and entitlement_id in gives


async def _attributes(reader: CustomerReader, change: Change) -> Parts:
    names: tuple[str, ...] = getattr(change, "names", ())
    if not names:
        return {}

    async def fetch(cursor: str | None) -> Page[Any]:
        return await reader.list_attributes(change.customer_id, starting_after=cursor)

    rows, problem = await _rows(fetch)
    if problem:
        return {"problems": (f"attributes: {problem}",)}
    # Null and an empty text both are a cleared attribute.
    values = {row.name: row.value or None for row in rows}
    return {"attributes": {name: values.get(name) for name in names}}


async def _balances(reader: CustomerReader, change: Change) -> Parts:
    codes: tuple[str, ...] = getattr(change, "codes", ())

    async def fetch(cursor: str | None) -> Page[Any]:
        return await reader.list_virtual_currencies(change.customer_id, starting_after=cursor)

    rows, problem = await _rows(fetch)
    if problem:
        return {"problems": (f"currencies: {problem}",)}
    held = {row.currency_code: row.balance for row in rows if row.balance is not None}
    # A currency that the list leaves out is not known to be empty: it was asked for empty ones.
    return {"balances": {code: held[code] for code in codes if code in held}}


async def _customer_rows(reader: CustomerReader, change: Change) -> Parts:
    rows, problem = await _row_ids(reader, change.customer_id)
    return {"problems": (problem,)} if problem else {"rows": rows}


async def _target(reader: CustomerReader, change: Change) -> Parts:
    target: str = getattr(change, "target_customer_id", "")
    try:
        customer = await reader.get_customer(target, expand_attributes=False)
    except NotFound:
        return {"target_exists": False}
    parts: Parts = {"target_exists": True, "target_id": customer.id}
    try:
        rows, problem = await _row_ids(reader, target)
    except PermissionDenied as error:
        return parts | {"problems": (error.message,)}
    return parts | ({"problems": (problem,)} if problem else {"target_rows": rows})


async def _blocked(reader: CustomerReader, change: Change) -> Parts:
    page = await reader.list_blocked_customers()
    is_there = change.customer_id in {one.id for one in page.records}
    return {"blocked": is_there, "blocked_count": len(page.items)}


async def _row(reader: CustomerReader, change: Change) -> Parts:
    row_id: str = getattr(change, "row_id", "")
    try:
        if getattr(change, "is_purchase", False):
            purchase = await reader.get_purchase(row_id)
            owner = purchase.customer_id
            return {"row": {"customer": owner, "store": purchase.store, "status": purchase.status}}
        found = await reader.get_subscription(row_id)
    except NotFound:
        return {"row": {}}
    told = {
        "customer": found.customer_id,
        "store": found.store,
        "status": found.status,
        "renewal": found.auto_renewal_status,
        "access": found.gives_access,
        "ends": found.current_period_ends_at,
    }
    return {"row": told}


async def _row_ids(reader: CustomerReader, customer_id: str) -> tuple[tuple[str, ...], str]:
    async def subscriptions(cursor: str | None) -> Page[Any]:
        return await reader.list_subscriptions(customer_id, starting_after=cursor)

    async def purchases(cursor: str | None) -> Page[Any]:
        return await reader.list_purchases(customer_id, starting_after=cursor)

    found = [await _rows(fetch) for fetch in (subscriptions, purchases)]
    ids = sorted(row.id for rows, _ in found for row in rows)
    return tuple(ids), next((problem for _, problem in found if problem), "")


async def _rows(fetch: Callable[[str | None], Awaitable[Page[Any]]]) -> tuple[list[Any], str]:
    """Every row of a list, and why that is not all of them, or empty."""
    rows: list[Any] = []
    problem = ""
    async for page in all_pages(fetch, at_most=PAGES_AT_MOST):
        rows += page.records
        problem = problem or page.cut_short or _unreadable(page)
    return rows, problem


def _unreadable(page: Page[Any]) -> str:
    return f"{len(page.unreadable)} rows can't be read" if page.unreadable else ""


LOOKS: Final[dict[Look, Callable[[CustomerReader, Change], Awaitable[Parts]]]] = {
    Look.CUSTOMER: _customer,
    Look.GRANTS: _grants,
    Look.ATTRIBUTES: _attributes,
    Look.BALANCES: _balances,
    Look.ROWS: _customer_rows,
    Look.TARGET: _target,
    Look.BLOCKED: _blocked,
    Look.ROW: _row,
}
