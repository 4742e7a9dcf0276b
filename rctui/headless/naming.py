"""What ids are called, asked of the catalogue once a day as the screens do."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.clock import epoch_ms
from rctui.config.learned_names import LearnedNames
from rctui.customers.catalogue_names import ReadCatalogueNames
from rctui.errors import RctuiError

if TYPE_CHECKING:
    from rctui.api.rate_limits import RateDomain
    from rctui.api.reader import CustomerReader
    from rctui.customers.parts import CustomerParts
    from rctui.customers.whole import ReadParts
    from rctui.wiring.opening import Opening

_AT_MOST_S: Final = 5.0
"""Names are a convenience: a command never waits longer for them."""


@dataclass(frozen=True, slots=True)
class WithNames:
    """Reads a customer and, where the names of the project are old, its catalogue after that."""

    read: ReadParts
    opening: Opening

    @property
    def customer_id(self) -> str:
        """Whom it is about."""
        return self.read.customer_id

    @property
    def domain(self) -> RateDomain:
        """Whose budget the first request is of."""
        return self.read.domain

    async def run(self, reader: CustomerReader) -> CustomerParts:
        """The customer. Raises ApiError; where only the names can't be had, ids stay ids."""
        parts = await self.read.run(reader)
        project, names = self.opening.project, self.opening.names
        known = names.now(project.base_url, project.project_id)
        if not (self.opening.in_process or known.is_fresh(epoch_ms())):
            with suppress(RctuiError, TimeoutError):
                told = await asyncio.wait_for(ReadCatalogueNames().run(reader), _AT_MOST_S)
                learned = LearnedNames(told.names, told.titles, epoch_ms(), told.needs)
                names.keep(project.base_url, project.project_id, learned)
        return parts
