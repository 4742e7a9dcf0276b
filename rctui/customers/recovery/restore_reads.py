"""How the id of a recovery file stands now, and with that, what can be put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rctui.api.errors import ApiError, NotFound
from rctui.api.rate_limits import RateDomain

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a customer exists, and whether the id is blocked."""

    exists: bool
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class ReadStanding:
    """Look at an id before anything is put back under it."""

    customer_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Standing:
        """Look. Raises ApiError; a block list that can't be read counts as not holding the id."""
        try:
            await reader.get_customer(self.customer_id, expand_attributes=False)
        except NotFound:
            return Standing(exists=False, is_blocked=await self._is_blocked(reader))
        return Standing(exists=True, is_blocked=False)

    async def _is_blocked(self, reader: CustomerReader) -> bool:
        try:
            blocked = await reader.list_blocked_customers()
        except ApiError:
            return False
        return any(one.id == self.customer_id for one in blocked.records)


def asked_in(document: dict[str, Any]) -> str:
    """The id that a recovery document is about."""
    return str(document.get("asked", ""))
