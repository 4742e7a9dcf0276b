"""`rctui find`: the customers that a text names, as lines or JSON."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rctui.customers.find import FindCustomers
from rctui.errors import ExitCode
from rctui.exports.plain_text import table_lines
from rctui.headless.output import print_data, print_lines
from rctui.tables.customers import customers_table
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.customers.find import Found
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


def read_once(opening: Opening, read: Read[T]) -> T:
    """Connect, read one thing, and let go. Raises RctuiError."""

    async def connected() -> T:
        backend = await opening.connect(opening.project.key)
        try:
            return await read.run(backend.reader)
        finally:
            await backend.close()

    return asyncio.run(connected())


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
