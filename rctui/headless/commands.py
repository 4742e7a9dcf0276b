"""`rctui find` and `rctui show`: what the screens say, as lines or JSON."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rctui.customers.access import Viewpoint, access_verdict
from rctui.customers.find import FindCustomers
from rctui.customers.reads import OpenCustomer
from rctui.errors import ExitCode
from rctui.exports.plain_text import table_lines
from rctui.headless.output import print_data, print_lines
from rctui.tables.customers import customers_table
from rctui.tables.entitlements import entitlements_table
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.wiring.opening import epoch_ms

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
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
    found = _read(opening, FindCustomers(text))
    if form.as_json:
        print_data(_found_data(found))
    else:
        print_lines(_found_lines(found))
    return ExitCode.OK if found.matches else ExitCode.NOT_FOUND


def show(opening: Opening, customer_id: str, form: Form) -> ExitCode:
    """Print one customer: who, access, entitlements, attributes. Raises RctuiError."""
    customer = _read(opening, OpenCustomer(customer_id))
    view = Viewpoint(opening.project.names, epoch_ms())
    if form.as_json:
        print_data(_customer_data(customer, view))
    else:
        print_lines(_customer_lines(opening, customer, customer_id, view))
    return ExitCode.OK


def _read(opening: Opening, read: Read[T]) -> T:
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


def _customer_data(customer: Customer, view: Viewpoint) -> object:
    verdict = access_verdict(customer, view)
    return {
        "customer": customer.raw,
        "verdict": {
            "access": verdict.access.name.lower(),
            "sentence": verdict.sentence.plain,
            "rule": verdict.rule,
            "evidence": [row.plain for row in verdict.evidence],
        },
    }


def _customer_lines(
    opening: Opening, customer: Customer, asked: str, view: Viewpoint
) -> list[SafeText]:
    lines = [
        phrase("Project: {}", safe(opening.project.name)),
        phrase("Customer: {}", safe(customer.id, limit=1500)),
    ]
    if asked != customer.id:
        lines.append(phrase("Looked up: {}", safe(asked, limit=1500)))
    lines += [phrase("Access: {}", access_verdict(customer, view).sentence), label("")]
    lines += _entitlement_lines(customer, view)
    return [*lines, label(""), *_attribute_lines(customer)]


def _entitlement_lines(customer: Customer, view: Viewpoint) -> list[SafeText]:
    entitlements = customer.active_entitlements
    if entitlements is None:
        return [label("Entitlements: not told by the server")]
    rows = table_lines(entitlements_table(view), entitlements.items)
    more = [label("more entitlements were not loaded")] if entitlements.next_cursor else []
    return [label("Entitlements"), *rows, *more]


def _attribute_lines(customer: Customer) -> list[SafeText]:
    attributes = customer.attributes
    if attributes is None:
        return [label("Attributes: not readable with this key")]
    named = [
        phrase("{}: {}", safe(record.name), safe(record.value or "(empty)"))
        for record in attributes.records
    ]
    return [label("Attributes"), *(named or [label("none")])]
