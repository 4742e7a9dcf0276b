"""Attributes: set some, delete some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from rctui.customers.changes import rules
from rctui.customers.changes.change import Change
from rctui.customers.changes.errors import BadAttribute
from rctui.customers.readback.looks import LookAtAttributes
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.verdicts.access import Viewpoint


@dataclass(frozen=True, slots=True)
class SetAttributes(Change):
    """New values for attributes; `None` deletes one."""

    attributes: tuple[tuple[str, str | None], ...]
    """Names and values; `of` takes a mapping."""

    kind: ClassVar[str] = "attributes"
    level: ClassVar[int] = 1
    needs_customer: ClassVar[bool] = True

    @classmethod
    def of(cls, customer_id: str, attributes: Mapping[str, str | None]) -> Self:
        """The change for a mapping of names to values."""
        return cls(customer_id, tuple(attributes.items()))

    @property
    def looks(self) -> tuple[Look, ...]:
        """The attributes that it changes."""
        return (LookAtAttributes(self.customer_id, self.names),)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are set or deleted."""
        return tuple(name for name, _ in self.attributes)

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse names and values that the API doesn't take. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)
        if not self.attributes:
            raise BadAttribute("Which attribute?", field="name")
        rules.check_attributes(self.attributes)

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - names nothing that has a name
        """`Set $email to "ann@example.com" of user_42`."""
        parts = [_one(name, value) for name, value in self.attributes[:3]]
        left = len(self.attributes) - len(parts)
        more = phrase(" and {} more", left) if left > 0 else label("")
        return phrase("{}{} of {}", join(", ", parts), more, safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.set_attributes(self.customer_id, dict(self.attributes))


def _one(name: str, value: str | None) -> SafeText:
    if value is None:
        return phrase("Delete {}", safe(name))
    return phrase('Set {} to "{}"', safe(name), safe(value, limit=80))
