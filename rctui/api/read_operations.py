"""The reads about customers, each as a request: the API's words, checked ids."""

from __future__ import annotations

from rctui.api import paths
from rctui.api.paths import legal_query_value
from rctui.api.request import Request

Query = tuple[tuple[str, str], ...]

PAGE_LIMIT = 100
"""What the API gives at the most, whatever is asked for."""


def list_customers(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The project's customers; thinner records than `get_customer`'s."""
    path = paths.project(project_id, "customers")
    return Request("list_customers", "GET", path, page_query(starting_after, limit))


def search_customers(
    project_id: str, email: str, starting_after: str | None, limit: int
) -> Request:
    """The customers whose `$email` equals this; the API has no other search."""
    path = paths.project(project_id, "customers")
    wanted = ("search", legal_query_value(email, "an e-mail to search for"))
    return Request("search_customers", "GET", path, (wanted, *page_query(starting_after, limit)))


def get_customer(project_id: str, customer_id: str, *, expand_attributes: bool) -> Request:
    """One customer with the active entitlements. Never creates one, as version 1 did."""
    path = paths.customer(project_id, customer_id)
    query: Query = (("expand", "attributes"),) if expand_attributes else ()
    return Request("get_customer", "GET", path, query)


def list_active_entitlements(
    project_id: str, customer_id: str, starting_after: str | None, limit: int
) -> Request:
    """What the customer has access to now."""
    path = paths.customer(project_id, customer_id, "active_entitlements")
    return Request("list_active_entitlements", "GET", path, page_query(starting_after, limit))


def list_aliases(
    project_id: str, customer_id: str, starting_after: str | None, limit: int
) -> Request:
    """All App User IDs of the customer, the own one included."""
    path = paths.customer(project_id, customer_id, "aliases")
    return Request("list_aliases", "GET", path, page_query(starting_after, limit))


def list_attributes(
    project_id: str, customer_id: str, starting_after: str | None, limit: int
) -> Request:
    """The customer's attributes; the cursor is an attribute's name."""
    path = paths.customer(project_id, customer_id, "attributes")
    return Request("list_attributes", "GET", path, page_query(starting_after, limit))


def list_subscriptions(
    project_id: str,
    customer_id: str,
    environment: str | None,
    starting_after: str | None,
    limit: int,
) -> Request:
    """All subscriptions, expired ones too."""
    path = paths.customer(project_id, customer_id, "subscriptions")
    query = environment_query(environment) + page_query(starting_after, limit)
    return Request("list_subscriptions", "GET", path, query)


def list_purchases(
    project_id: str,
    customer_id: str,
    environment: str | None,
    starting_after: str | None,
    limit: int,
) -> Request:
    """One-time purchases, refunded ones too."""
    path = paths.customer(project_id, customer_id, "purchases")
    query = environment_query(environment) + page_query(starting_after, limit)
    return Request("list_purchases", "GET", path, query)


def list_virtual_currencies(
    project_id: str, customer_id: str, starting_after: str | None, limit: int
) -> Request:
    """The customer's balances. The API leaves out empty ones unless it is asked for them."""
    path = paths.customer(project_id, customer_id, "virtual_currencies")
    query = (INCLUDE_EMPTY, *page_query(starting_after, limit))
    return Request("list_virtual_currencies", "GET", path, query)


def list_invoices(
    project_id: str, customer_id: str, starting_after: str | None, limit: int
) -> Request:
    """Web Billing invoices; other customers have none."""
    path = paths.customer(project_id, customer_id, "invoices")
    return Request("list_invoices", "GET", path, page_query(starting_after, limit))


def invoice_file(project_id: str, customer_id: str, invoice_id: str) -> Request:
    """Where an invoice's PDF is: the answer is a redirect, which is not followed."""
    invoice = paths.segment(invoice_id, "invoice id")
    path = paths.customer(project_id, customer_id, "invoices", invoice, "file")
    return Request("invoice_file", "GET", path, answers_elsewhere=True)


def list_blocked_customers(project_id: str) -> Request:
    """The block list; all of it at once, at most 100 customers."""
    path = paths.project(project_id, "customers", "blocked_customers")
    return Request("list_blocked_customers", "GET", path)


def search_subscriptions(project_id: str, store_id: str) -> Request:
    """The subscriptions with this order or transaction id of a store, letter for letter."""
    path = paths.project(project_id, "subscriptions")
    wanted = legal_query_value(store_id, "a store's id")
    return Request(
        "search_subscriptions", "GET", path, (("store_subscription_identifier", wanted),)
    )


def search_purchases(project_id: str, store_id: str) -> Request:
    """The purchases with this order or transaction id of a store, letter for letter."""
    path = paths.project(project_id, "purchases")
    wanted = legal_query_value(store_id, "a store's id")
    return Request("search_purchases", "GET", path, (("store_purchase_identifier", wanted),))


INCLUDE_EMPTY = ("include_empty_balances", "true")


def page_query(starting_after: str | None, limit: int) -> Query:
    """The query of one page. More than the API's limit would be cut without a word."""
    size = ("limit", str(max(1, min(limit, PAGE_LIMIT))))
    if starting_after is None:
        return (size,)
    return (size, ("starting_after", legal_query_value(starting_after, "a cursor")))


def environment_query(environment: str | None) -> Query:
    """The filter of subscriptions and purchases; without it both environments are mixed."""
    if environment is None:
        return ()
    return (("environment", legal_query_value(environment, "an environment")),)
