"""What the service offers: one `Operation` per method and path, written down by the routes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.demo.rate_limits import CUSTOMER_INFORMATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.demo.answer import Answer
    from rctui.demo.call import Call

PROJECT: str = "/v2/projects/{project_id}"
CUSTOMER: str = PROJECT + "/customers/{customer_id}"


class Operation(NamedTuple):
    """One thing that a client can ask for.

    `body_keys` lists everything that the closed body may hold; without any, the body is optional
    and must be empty. `names_customers` gives the customers that a write locks, besides the one
    in the path.
    """

    name: str
    method: str
    path: str
    answer: Callable[[Call], Answer]
    permissions: tuple[str, ...]
    domain: str = CUSTOMER_INFORMATION
    body_keys: frozenset[str] = frozenset()
    takes_idempotency_key: bool = False
    also_locks: str = ""
    """The body's field that names a second customer whom the write changes."""

    @property
    def is_write(self) -> bool:
        """Whether it may change anything."""
        return self.method != "GET"


def customer_read(name: str, path: str, answer: Callable[[Call], Answer], about: str) -> Operation:
    """A read that needs a permission to read `about` (`customers`, `purchases`, …)."""
    return Operation(name, "GET", path, answer, (f"customer_information:{about}:read",))


def customer_write(
    name: str,
    path: str,
    answer: Callable[[Call], Answer],
    *body_keys: str,
    method: str = "POST",
    more_permissions: tuple[str, ...] = (),
    also_locks: str = "",
) -> Operation:
    """A write to a customer, with the keys that its body may hold."""
    permissions = ("customer_information:customers:read_write", *more_permissions)
    keys = frozenset(body_keys)
    return Operation(name, method, path, answer, permissions, body_keys=keys, also_locks=also_locks)
