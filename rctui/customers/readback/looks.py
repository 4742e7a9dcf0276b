"""What a change has looked at before and after: each look asks for one thing, about one id.

A look raises ApiError; a customer who isn't there and a key that may not read are told apart by
`observing`, for all of them alike.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rctui.api.errors import NotFound, PermissionDenied
from rctui.api.paging import all_pages
from rctui.customers.api_words import PROMOTIONAL

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.models.customer import Customer
    from rctui.api.models.subscription import Subscription
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader

PAGES_AT_MOST: Final = 10
"""Of one list. Whoever has more than 1000 rows is looked at in part, and the look says so."""

Parts = dict[str, Any]
"""Fields of an `Observation`, as one look finds them."""


@dataclass(frozen=True, slots=True)
class Look(ABC):
    """One thing that is looked at, of one customer."""

    customer_id: str

    @abstractmethod
    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""


@dataclass(frozen=True, slots=True)
class LookAtCustomer(Look):
    """Whether the customer exists, under which id, and the access to one entitlement, if any."""

    entitlement_id: str | None = None

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        try:
            customer = await reader.get_customer(self.customer_id, expand_attributes=False)
        except NotFound:
            return {"exists": False}
        parts: Parts = {"exists": True, "id": customer.id}
        ends = _ends(customer, self.entitlement_id)
        return parts if ends is None else parts | {"ends": ends}


@dataclass(frozen=True, slots=True)
class LookAtGrants(Look):
    """The active grants of one entitlement."""

    entitlement_id: str

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""

        async def fetch(cursor: str | None) -> Page[Subscription]:
            return await reader.list_subscriptions(self.customer_id, starting_after=cursor)

        rows, problem = await _rows(fetch)
        if problem:
            return {"problems": (f"subscriptions: {problem}",)}
        ends = [
            row.current_period_ends_at for row in rows if _is_grant_of(row, self.entitlement_id)
        ]
        return {"grants": tuple(sorted(ends, key=lambda end: (end is None, end or 0)))}


@dataclass(frozen=True, slots=True)
class LookAtAttributes(Look):
    """The values of some attributes."""

    names: tuple[str, ...]

    async def take(self, reader: CustomerReader) -> Parts:
        """Look, unless there is none to look at. Raises ApiError."""
        if not self.names:
            return {}

        async def fetch(cursor: str | None) -> Page[Any]:
            return await reader.list_attributes(self.customer_id, starting_after=cursor)

        rows, problem = await _rows(fetch)
        if problem:
            return {"problems": (f"attributes: {problem}",)}
        # Null and an empty text both are a cleared attribute.
        values = {row.name: row.value or None for row in rows}
        return {"attributes": {name: values.get(name) for name in self.names}}


@dataclass(frozen=True, slots=True)
class LookAtBalances(Look):
    """The balances of some currencies."""

    codes: tuple[str, ...]

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""

        async def fetch(cursor: str | None) -> Page[Any]:
            return await reader.list_virtual_currencies(self.customer_id, starting_after=cursor)

        rows, problem = await _rows(fetch)
        if problem:
            return {"problems": (f"currencies: {problem}",)}
        held = {row.currency_code: row.balance for row in rows if row.balance is not None}
        # A currency that the list leaves out is not known to be empty: it was asked for empty ones.
        told: Parts = {"balances": {code: held[code] for code in self.codes if code in held}}
        listed = {row.currency_code for row in rows}
        if listed.issuperset(self.codes):
            return told
        return told | {"currencies": tuple(sorted(listed))}


@dataclass(frozen=True, slots=True)
class LookAtRows(Look):
    """Which subscriptions and purchases there are."""

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        rows, problem = await _row_ids(reader, self.customer_id)
        return {"problems": (problem,)} if problem else {"rows": rows}


@dataclass(frozen=True, slots=True)
class LookAtTarget(Look):
    """The other customer of a transfer, with the rows. `customer_id` is the target's."""

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        try:
            customer = await reader.get_customer(self.customer_id, expand_attributes=False)
        except NotFound:
            return {"target_exists": False}
        parts: Parts = {"target_exists": True, "target_id": customer.id}
        try:
            rows, problem = await _row_ids(reader, self.customer_id)
        except PermissionDenied as error:
            return parts | {"problems": (error.message,)}
        return parts | ({"problems": (problem,)} if problem else {"target_rows": rows})


@dataclass(frozen=True, slots=True)
class LookAtBlocked(Look):
    """Whether the id is blocked, and how many are."""

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        page = await reader.list_blocked_customers()
        is_there = self.customer_id in {one.id for one in page.records}
        return {"blocked": is_there, "blocked_count": len(page.items)}


@dataclass(frozen=True, slots=True)
class LookAtSubscription(Look):
    """One subscription: whose it is, and how it stands."""

    row_id: str

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        try:
            found = await reader.get_subscription(self.row_id)
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


@dataclass(frozen=True, slots=True)
class LookAtPurchase(Look):
    """One purchase: whose it is, and how it stands."""

    row_id: str

    async def take(self, reader: CustomerReader) -> Parts:
        """Look. Raises ApiError."""
        try:
            found = await reader.get_purchase(self.row_id)
        except NotFound:
            return {"row": {}}
        told = {"customer": found.customer_id, "store": found.store, "status": found.status}
        return {"row": told}


def _ends(customer: Customer, entitlement_id: str | None) -> dict[str, int | None] | None:
    """The active access to one entitlement; `None` where that is not asked or not told."""
    told = customer.active_entitlements
    if entitlement_id is None or told is None:
        return None
    ends = {one.entitlement_id: one.expires_at for one in told.records}
    if entitlement_id in ends:
        return {entitlement_id: ends[entitlement_id]}
    return None if told.next_cursor or told.unreadable else {}


def _is_grant_of(row: Subscription, entitlement_id: str) -> bool:
    gives = {one.id for one in row.entitlements.records} if row.entitlements else set()
    return row.store == PROMOTIONAL and row.gives_access is True and entitlement_id in gives


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
