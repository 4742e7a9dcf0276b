"""The reads about the project and what can be sold in it, each as a request.

They draw on the smallest budget, 60 a minute: ask once and remember.
"""

from __future__ import annotations

from typing import Final

from rctui.api import paths
from rctui.api.rate_limits import RateDomain
from rctui.api.read_operations import page_query
from rctui.api.request import Request

_DOMAIN: Final = RateDomain.PROJECT_CONFIGURATION


def list_projects(starting_after: str | None, limit: int) -> Request:
    """The projects that the key can see; a secret key sees its own one."""
    query = page_query(starting_after, limit)
    return Request("list_projects", "GET", "/projects", query, domain=_DOMAIN)


def list_apps(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The project's apps, one per store."""
    return _list("list_apps", project_id, "apps", starting_after, limit)


def list_entitlements(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The entitlements that the project defines."""
    return _list("list_entitlements", project_id, "entitlements", starting_after, limit)


def list_offerings(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The project's offerings, without their packages."""
    return _list("list_offerings", project_id, "offerings", starting_after, limit)


def list_products(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The products of all apps."""
    return _list("list_products", project_id, "products", starting_after, limit)


def list_project_currencies(project_id: str, starting_after: str | None, limit: int) -> Request:
    """The virtual currencies that the project defines."""
    name = "list_project_currencies"
    return _list(name, project_id, "virtual_currencies", starting_after, limit)


def _list(
    operation: str, project_id: str, collection: str, starting_after: str | None, limit: int
) -> Request:
    path = paths.project(project_id, collection)
    return Request(operation, "GET", path, page_query(starting_after, limit), domain=_DOMAIN)
