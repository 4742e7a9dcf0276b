"""Invoices, and the two steps to an invoice's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.answer import Answer
from rctui.demo.call import encoded
from rctui.demo.catalogue import derived_hex
from rctui.demo.operation import CUSTOMER, customer_read
from rctui.demo.problems import not_found

if TYPE_CHECKING:
    from rctui.demo.call import Call
    from rctui.demo.records import Customer, Invoice

FILES: Final = "/files/invoices/{customer_id}/{invoice_id}.pdf"
"""Where the files are: outside of the API, and without a key."""


def list_invoices(call: Call) -> Answer:
    """Web Billing invoices; nobody else has any."""
    customer = call.customer()
    url = f"{call.project_url}/customers/{encoded(customer.id)}"
    return call.list_of(customer.invoices, lambda row: row.id, lambda row: shapes.invoice(row, url))


def invoice_file(call: Call) -> Answer:
    """Where the PDF is: a redirect to a signed address that wants no key."""
    customer = call.customer()
    invoice = invoice_of(customer, call.ids["invoice_id"])
    if invoice is None or not invoice.has_file:
        raise not_found()
    path = FILES.format(customer_id=encoded(customer.id), invoice_id=encoded(invoice.id))
    location = (
        f"{call.origin}{path}?signature={signature(call.project_id, customer.id, invoice.id)}"
    )
    return Answer(status=302, headers={"Location": location})


def invoice_of(customer: Customer, invoice_id: str) -> Invoice | None:
    """One of the customer's invoices."""
    return next((row for row in customer.invoices if row.id == invoice_id), None)


def signature(project_id: str, customer_id: str, invoice_id: str) -> str:
    """What stands in for the key, and for the project, in a file's address."""
    return derived_hex("invoice file", project_id, customer_id, invoice_id, digits=40)


OPERATIONS: Final = (
    customer_read("list_invoices", f"{CUSTOMER}/invoices", list_invoices, "invoices"),
    customer_read(
        "invoice_file", f"{CUSTOMER}/invoices/{{invoice_id}}/file", invoice_file, "invoices"
    ),
)
