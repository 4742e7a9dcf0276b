"""Looking at a customer before and after a change: only at what the change is about."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.api.errors import NotFound, PermissionDenied
from rctui.api.rate_limits import RateDomain
from rctui.customers.readback.observation import Observation

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.customers.changes.change import Change
    from rctui.customers.readback.looks import Look, Parts


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
        looks = [_seen(look, reader) for look in self.change.looks]
        found: Parts = {}
        problems: list[str] = []
        for parts in await asyncio.gather(*looks):
            problems += parts.pop("problems", ())
            found |= parts
        return Observation(at_ms=self.now_ms, problems=tuple(problems), **found)


async def _seen(look: Look, reader: CustomerReader) -> Parts:
    try:
        return await look.take(reader)
    except NotFound:
        # A customer without any has an empty list: this is the customer who is not there.
        return {"exists": False}
    except PermissionDenied as error:
        return {"problems": (error.message,)}
