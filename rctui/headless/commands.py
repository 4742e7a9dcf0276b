"""`rctui find`: the customers that a text names, as lines or JSON."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from rctui.customers.finding.find import FindCustomers
from rctui.errors import ExitCode
from rctui.exports.plain_text import table_lines
from rctui.headless.output import complain, print_data, print_lines
from rctui.tables.customers import customers_table
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase
from rctui.wiring.opening import epoch_ms
from rctui.worker.pacing import wait_for_room
from rctui.worker.pauses import NOTEWORTHY_MS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.rate_limits import RateDomain
    from rctui.customers.finding.find import Found
    from rctui.customers.reads import Read
    from rctui.wiring.opening import Opening

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """How a command prints."""

    as_json: bool = False


def find(opening: Opening, text: str, form: Form) -> ExitCode:
    """Print the customers that a text names. Raises RctuiError."""
    found = read_once(opening, FindCustomers(text))
    if form.as_json:
        print_data(_found_data(found))
    else:
        print_lines(_found_lines(found))
    return ExitCode.OK if found.matches else ExitCode.NOT_FOUND


@dataclass(frozen=True, slots=True)
class Patience:
    """The clock by which a command waits for the rate budget."""

    now_ms: Callable[[], int] = epoch_ms
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


USUAL: Final = Patience()


def read_once(opening: Opening, read: Read[T], patience: Patience = USUAL) -> T:
    """Connect, read one thing, and let go. Raises RctuiError.

    Each of its requests waits until it fits the rate budget, as on the screens.
    """

    async def connected() -> T:
        backend = await opening.connect(opening.project.key)

        async def room(domain: RateDomain) -> None:
            budget = partial(backend.rate_limits.budget, domain)
            await wait_for_room(budget, patience.now_ms, patience.sleep, _say_pause)

        try:
            return await read.run(backend.reader.waiting_for(room))
        finally:
            await backend.close()

    return asyncio.run(connected())


def _say_pause(for_ms: int, now_ms: int) -> None:
    if for_ms >= NOTEWORTHY_MS:
        until = moments.clock_second(now_ms + for_ms)
        complain(phrase("Waiting for the rate limit, goes on at {}.", until))


def _found_data(found: Found) -> object:
    return {
        "customers": [match.customer.raw for match in found.matches],
        "tried": [
            {"what": tried.what.plain, "outcome": tried.outcome.plain} for tried in found.tried
        ],
        "refused": [words.plain for words in found.refused],
    }


def _found_lines(found: Found) -> list[SafeText]:
    if found.matches:
        return table_lines(customers_table(), [match.customer for match in found.matches])
    tried = [phrase("Tried {}: {}", tried.what, tried.outcome) for tried in found.tried]
    return [label("Not found."), *found.refused, *tried]
