"""The customer as a whole: create, delete, block, unblock, transfer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from rctui.customers.changes import rules
from rctui.customers.changes.change import Change
from rctui.customers.changes.errors import AlreadyThere, BadCustomerId, SameCustomer
from rctui.customers.readback.looks import (
    LookAtAttributes,
    LookAtBlocked,
    LookAtCustomer,
    LookAtRows,
    LookAtTarget,
)
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint


@dataclass(frozen=True, slots=True)
class CreateCustomer(Change):
    """A new customer, perhaps with attributes."""

    attributes: tuple[tuple[str, str], ...] = ()

    kind: ClassVar[str] = "create"
    level: ClassVar[int] = 2
    lags: ClassVar[bool] = True

    @classmethod
    def of(cls, customer_id: str, attributes: Mapping[str, str] | None = None) -> Self:
        """The change for a mapping of names to values."""
        return cls(customer_id, tuple((attributes or {}).items()))

    @property
    def looks(self) -> tuple[Look, ...]:
        """The attributes, and whether the id is taken."""
        return (LookAtAttributes(self.customer_id, self.names), LookAtCustomer(self.customer_id))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the attributes."""
        return tuple(name for name, _ in self.attributes)

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse an id that only apps can make. Raises ChangeError."""
        rules.check_new_id(self.customer_id)
        rules.check_attributes(self.attributes)

    def check_against(self, seen: Observation) -> None:
        """Refuse an id that is taken, as an alias too. Raises AlreadyThere."""
        if seen.exists:
            raise AlreadyThere(
                f"{self.customer_id[:60]} exists already.", hint="Open it.", field="customer"
            )

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - names nothing that has a name
        """`Create the customer user_42 with $email`."""
        who = safe(self.customer_id)
        if not self.attributes:
            return phrase("Create the customer {}", who)
        names = join(", ", [safe(name) for name in self.names])
        return phrase("Create the customer {} with {}", who, names)

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.create_customer(self.customer_id, dict(self.attributes))


@dataclass(frozen=True, slots=True)
class DeleteCustomer(Change):
    """The end of a customer, for good."""

    kind: ClassVar[str] = "delete"
    level: ClassVar[int] = 3
    saves_first: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """The customer."""
        return (LookAtCustomer(self.customer_id),)

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - names nothing that has a name
        """`Delete user_42`."""
        return phrase("Delete {}", safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.delete_customer(self.customer_id)


@dataclass(frozen=True, slots=True)
class BlockCustomer(Change):
    """Delete a customer, and keep the id from coming back."""

    kind: ClassVar[str] = "block"
    level: ClassVar[int] = 3
    saves_first: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """The list of blocked ids, and the customer."""
        return (LookAtBlocked(self.customer_id), LookAtCustomer(self.customer_id))

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse an id that can't be blocked. Raises ChangeError."""
        rules.check_blockable(self.customer_id)

    def check_against(self, seen: Observation) -> None:
        """Refuse what is blocked already, as that would hide a mistake. Raises ChangeError."""
        if seen.blocked and not seen.exists:
            raise BadCustomerId("This id is blocked already.", field="customer")
        if not seen.blocked:
            rules.check_room_to_block(seen.blocked_count)

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - names nothing that has a name
        """`Block user_42, which deletes the customer`."""
        return phrase("Block {}, which deletes the customer", safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.block_customer(self.customer_id)


@dataclass(frozen=True, slots=True)
class UnblockCustomer(Change):
    """Free an id; an empty customer appears under it."""

    kind: ClassVar[str] = "unblock"
    level: ClassVar[int] = 2

    @property
    def looks(self) -> tuple[Look, ...]:
        """The list of blocked ids, and the customer."""
        return (LookAtBlocked(self.customer_id), LookAtCustomer(self.customer_id))

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - names nothing that has a name
        """`Unblock user_42`."""
        return phrase("Unblock {}", safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.unblock_customer(self.customer_id)


@dataclass(frozen=True, slots=True)
class Transfer(Change):
    """Subscriptions and purchases go from one customer to another."""

    target_customer_id: str
    app_ids: tuple[str, ...] = ()
    """Only what belongs to these apps; none means all apps."""

    kind: ClassVar[str] = "transfer"
    level: ClassVar[int] = 3
    needs_customer: ClassVar[bool] = True
    lags: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """Both customers, and what each has."""
        return (
            LookAtCustomer(self.customer_id),
            LookAtRows(self.customer_id),
            LookAtTarget(self.target_customer_id),
        )

    @property
    def customers(self) -> tuple[str, ...]:
        """Both of them."""
        return (self.customer_id, self.target_customer_id)

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse a transfer to the same id. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)
        rules.check_customer_id(self.target_customer_id)
        check_target(self.target_customer_id, (self.customer_id,))

    def check_against(self, seen: Observation) -> None:
        """Refuse a target that is not there, or the same customer's alias. Raises ChangeError."""
        Change.check_against(self, seen)
        if seen.target_exists is False:
            raise BadCustomerId(
                f"There is no customer {self.target_customer_id[:60]}.",
                hint="Check the id: case and every character count.",
                field="target",
            )
        if seen.target_id is not None:
            check_target(seen.target_id, (seen.id,))

    def summary(self, view: Viewpoint) -> SafeText:
        """`Transfer the purchases of user_42 to user_43`."""
        who, whom = safe(self.customer_id), safe(self.target_customer_id)
        named = ", ".join(view.names.of(app).plain for app in self.app_ids)
        of = phrase(" (only {})", safe(named)) if self.app_ids else label("")
        return phrase("Transfer subscriptions and purchases{} of {} to {}", of, who, whom)

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.transfer(self.customer_id, self.target_customer_id, self.app_ids)


def check_target(target: str, own_ids: Iterable[str | None]) -> None:
    """Refuse a target that is the customer, by id or by a known alias. Raises SameCustomer."""
    if target in set(own_ids):
        raise SameCustomer(
            f"{target[:60]} is the same customer.",
            hint="Choose another target; aliases lead to the same customer.",
            field="target",
        )
