"""`rctui find`: the customers that a text names; and how a command reads one thing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from rctui.api.errors import NotFound
from rctui.clock import epoch_ms
from rctui.customers.finding.find import FindCustomers
from rctui.customers.listed import found_rows
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import ExitCode, RctuiError
from rctui.exports.plain_text import table_lines
from rctui.headless.naming import WithNames
from rctui.headless.output import complain, print_data, print_lines
from rctui.headless.own_journal import gone_hint
from rctui.tables.listed_customers import found_customers_table
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.worker.pacing import wait_for_room
from rctui.worker.pauses import NOTEWORTHY_MS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.rate_limits import RateDomain
    from rctui.customers.finding.find import Found
    from rctui.customers.names import Names
    from rctui.customers.parts import CustomerParts
    from rctui.customers.reads import Read
    from rctui.customers.whole import ReadParts
    from rctui.wiring.opening import Opening, ProjectFacts

T = TypeVar("T")

_OTHER_WORDS: Final = "'rctui find' also knows e-mails, order ids and tickets."


@dataclass(frozen=True, slots=True)
class Form:
    """How a command prints."""

    as_json: bool = False


def find(opening: Opening, text: str, form: Form) -> ExitCode:
    """Print the customers that a text names. Raises RctuiError."""
    refuse_nothing(text)
    found = read_once(opening, FindCustomers(text))
    if form.as_json:
        print_data(_found_data(found))
    else:
        print_lines(_found_lines(found, opening.project.names))
    return ExitCode.OK if found.matches else ExitCode.NOT_FOUND


def refuse_nothing(text: str) -> None:
    """Refuse to look for nothing. Raises NothingToFind."""
    if not text.strip():
        raise NothingToFind(
            "There is nothing to look for.", hint="Such as an App User ID, an e-mail, an order id."
        )


class NothingToFind(RctuiError):
    """An empty text, as of a variable that is not set."""

    exit_code: ExitCode = ExitCode.USAGE


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
    return asyncio.run(read_in(opening, opening.project, read, patience))


async def read_in(opening: Opening, project: ProjectFacts, read: Read[T], patience: Patience) -> T:
    """The same in any of the configured projects, by its own budget. Raises RctuiError."""
    backend = await opening.connect(project.key)

    def say(for_ms: int, now_ms: int) -> None:
        if for_ms >= NOTEWORTHY_MS:
            until = moments.clock_second(now_ms + for_ms)
            where = phrase(" of {}", safe(project.name)) if len(opening.projects) > 1 else label("")
            complain(phrase("Waiting for the rate limit{}, goes on at {}.", where, until))

    async def room(domain: RateDomain) -> None:
        budget = partial(backend.rate_limits.budget, domain)
        await wait_for_room(budget, patience.now_ms, patience.sleep, say)

    try:
        return await read.run(backend.reader.waiting_for(room))
    finally:
        await backend.close()


def read_customer(opening: Opening, read: ReadParts, patience: Patience = USUAL) -> CustomerParts:
    """The same for one customer. Raises RctuiError; who is not there may have other names."""
    try:
        return read_once(opening, WithNames(read, opening), patience)
    except NotFound as error:
        view = Viewpoint(opening.project.names, epoch_ms())
        ours = gone_hint(opening, read.customer_id, view)
        error.hint = ours or f"{error.hint} {_OTHER_WORDS}"
        raise


def _found_data(found: Found) -> object:
    return {
        "customers": [match.customer.raw for match in found.matches],
        "tried": [
            {"what": tried.what.plain, "outcome": tried.outcome.plain} for tried in found.tried
        ],
        "refused": [words.plain for words in found.refused],
    }


def _found_lines(found: Found, names: Names) -> list[SafeText]:
    if found.matches:
        return table_lines(found_customers_table(names), found_rows(found.matches))
    tried = [phrase("Tried {}: {}", tried.what, tried.outcome) for tried in found.tried]
    return [label("Not found."), *found.refused, *tried]
