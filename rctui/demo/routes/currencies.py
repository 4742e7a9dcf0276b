"""Balances of virtual currencies, and the two ways of changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.operation import CUSTOMER, Operation, customer_read
from rctui.demo.problems import bad_parameter, not_in_project, refused
from rctui.demo.rate_limits import CURRENCY_WRITES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rctui.demo.answer import Answer
    from rctui.demo.call import Call
    from rctui.demo.records import Customer

LARGEST_BALANCE: Final = 2_000_000_000


def list_balances(call: Call) -> Answer:
    """The balances; a currency at zero only if asked for."""
    held = call.customer().balances
    active = [currency.code for currency in call.world.catalogue.active_currencies()]
    return _balances(call, held, dict.fromkeys([*active, *held]))


def adjust_balances(call: Call) -> Answer:
    """Add to or take from several balances: all of them, or none.

    Used for both writes: the simulated `update_balance` adds, too. Answers with the balances that
    were adjusted.
    """
    customer = call.customer_to_change()
    adjustments = _adjustments(call)
    if call.body.values.get("reference") is not None:
        call.body.text("reference")
    customer.balances |= {code: _new_balance(customer, code, adjustments) for code in adjustments}
    return _balances(call, customer.balances, adjustments)


def _balances(call: Call, held: dict[str, int], codes: Iterable[str]) -> Answer:
    include_empty = call.flag("include_empty_balances")
    rows = [(code, held.get(code, 0)) for code in codes]
    shown = [row for row in rows if row[1] or include_empty]
    return call.list_of(shown, lambda row: row[0], lambda row: _shape(call, *row))


def _shape(call: Call, code: str, balance: int) -> dict[str, object]:
    currency = call.world.catalogue.currencies[code]
    described = {"description": currency.description} if currency.description else {}
    return described | {
        "object": "virtual_currency_balance",
        "currency_code": code,
        "balance": balance,
        "name": currency.name,
    }


def _adjustments(call: Call) -> dict[str, int]:
    adjustments = call.body.mapping("adjustments")
    if not adjustments.values:
        raise bad_parameter("adjustments must not be empty.", "adjustments")
    unknown = adjustments.values.keys() - call.world.catalogue.currencies.keys()
    if unknown:
        raise not_in_project("virtual currency", min(unknown))
    return {code: adjustments.whole_number(code) for code in adjustments.values}


def _new_balance(customer: Customer, code: str, adjustments: dict[str, int]) -> int:
    balance = customer.balances.get(code, 0) + adjustments[code]
    if not 0 <= balance <= LARGEST_BALANCE:
        message = f"The balance of {code} must stay between 0 and {LARGEST_BALANCE}."
        raise refused(message, "adjustments")
    return balance


def _currency_write(name: str, last_segment: str, answer: Callable[[Call], Answer]) -> Operation:
    return Operation(
        name,
        "POST",
        f"{CUSTOMER}/virtual_currencies/{last_segment}",
        answer,
        ("customer_information:purchases:read_write",),
        domain=CURRENCY_WRITES,
        body_keys=frozenset({"adjustments", "reference"}),
        takes_idempotency_key=True,
    )


OPERATIONS: Final = (
    customer_read(
        "list_virtual_currencies", f"{CUSTOMER}/virtual_currencies", list_balances, "purchases"
    ),
    _currency_write("create_currency_transaction", "transactions", adjust_balances),
    _currency_write("update_currency_balance", "update_balance", adjust_balances),
)
