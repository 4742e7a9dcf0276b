"""What the project sells. Not among the 22 operations, but part of the public API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.identity import PROJECT_NAMES
from rctui.demo.operation import PROJECT, Operation
from rctui.demo.rate_limits import PROJECT_CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.demo.answer import Answer
    from rctui.demo.call import Call
    from rctui.demo.catalogue import App, Currency, Offering


def list_projects(call: Call) -> Answer:
    """The one project that a secret key belongs to."""
    opened = min(app.created_at for app in call.world.catalogue.apps.values())
    project = {
        "object": "project",
        "id": call.project_id,
        "name": PROJECT_NAMES[call.project_id],
        "created_at": opened,
        "icon_url": None,
        "icon_url_large": None,
    }
    return call.list_of([project], lambda _: call.project_id, lambda one: one)


def list_apps(call: Call) -> Answer:
    """The apps, each with one object named like its type, except for the test store."""
    return call.list_of(
        list(call.world.catalogue.apps.values()),
        lambda one: one.id,
        lambda one: _app(one, call.project_id),
    )


def list_entitlements(call: Call) -> Answer:
    """The entitlements, without their products."""
    rows = list(call.world.catalogue.entitlements.values())
    return call.list_of(
        rows, lambda one: one.id, lambda one: shapes.entitlement(one, call.project_id)
    )


def list_offerings(call: Call) -> Answer:
    """The offerings, without their packages."""
    rows = list(call.world.catalogue.offerings.values())
    return call.list_of(rows, lambda one: one.id, lambda one: _offering(one, call.project_id))


def list_products(call: Call) -> Answer:
    """The products, of one app if `app_id` says so."""
    app_id = call.query.get("app_id")
    products = call.world.catalogue.products.values()
    rows = [one for one in products if app_id in {None, one.app.id}]
    return call.list_of(rows, lambda one: one.id, shapes.product)


def list_currencies(call: Call) -> Answer:
    """The virtual currencies, retired ones too."""
    rows = list(call.world.catalogue.currencies.values())
    return call.list_of(rows, lambda one: one.code, lambda one: _currency(one, call.project_id))


def _app(one: App, project_id: str) -> dict[str, object]:
    details = {} if one.type == "test_store" else {one.type: one.details}
    return details | {
        "object": "app",
        "id": one.id,
        "name": one.name,
        "type": one.type,
        "project_id": project_id,
        "created_at": one.created_at,
    }


def _offering(one: Offering, project_id: str) -> dict[str, object]:
    return {
        "object": "offering",
        "id": one.id,
        "lookup_key": one.lookup_key,
        "display_name": one.display_name,
        "is_current": one.is_current,
        "created_at": one.created_at,
        "project_id": project_id,
        "metadata": None,
        "state": "active",
    }


def _currency(one: Currency, project_id: str) -> dict[str, object]:
    return {
        "object": "virtual_currency",
        "project_id": project_id,
        "code": one.code,
        "name": one.name,
        "description": one.description,
        "created_at": one.created_at,
        "state": "active" if one.is_active else "inactive",
    }


def _read(resource: str, answer: Callable[[Call], Answer], path: str = "") -> Operation:
    return Operation(
        f"list_{resource}_of_project",
        "GET",
        path or f"{PROJECT}/{resource}",
        answer,
        (f"project_configuration:{resource}:read",),
        PROJECT_CONFIGURATION,
    )


OPERATIONS: Final = (
    _read("projects", list_projects, path="/v2/projects"),
    _read("apps", list_apps),
    _read("entitlements", list_entitlements),
    _read("offerings", list_offerings),
    _read("products", list_products),
    _read("virtual_currencies", list_currencies),
)
