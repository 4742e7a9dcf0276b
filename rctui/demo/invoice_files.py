"""The files that invoices lead to: on the same server, but outside of the API and without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from rctui.demo.invoice_pdf import rendered
from rctui.demo.reply import Reply
from rctui.demo.routes.invoices import invoice_of, signature

if TYPE_CHECKING:
    from rctui.demo.incoming import Incoming
    from rctui.demo.projects import Projects
    from rctui.demo.records import Invoice
    from rctui.demo.world import World


def invoice_pdf(projects: Projects, incoming: Incoming) -> Reply:
    """The PDF at a signed address.

    Like a storage host, it refuses a request that also carries an `Authorization` header: two
    credentials are one too many, and the API's key has no business here.
    """
    if incoming.method != "GET":
        return _refused(405, "Only GET is answered here.")
    if "authorization" in incoming.headers:
        return _refused(400, "Only one way of authorization is allowed.")
    signed = (_signed_for(*one, incoming) for one in projects.made())
    invoice = next((one for one in signed if one is not None), None)
    if invoice is None:
        return _refused(403, "The signature does not match.")
    return Reply(200, rendered(invoice), "application/pdf")


def _signed_for(project_id: str, world: World, incoming: Incoming) -> Invoice | None:
    if len(incoming.segments) != 4:
        return None
    _files, kind, customer_id, name = incoming.segments
    if kind != "invoices" or not name.endswith(".pdf"):
        return None
    customer = world.find(customer_id)
    invoice_id = name.removesuffix(".pdf")
    given = parse_qs(incoming.query_string).get("signature")
    if customer is None or given != [signature(project_id, customer.id, invoice_id)]:
        return None
    return invoice_of(customer, invoice_id)


def _refused(status: int, message: str) -> Reply:
    return Reply(status, message.encode() + b"\n", "text/plain")
