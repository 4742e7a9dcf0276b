"""Moving subscriptions and purchases from one customer to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.answer import Answer
from rctui.demo.call import found
from rctui.demo.operation import CUSTOMER, customer_write
from rctui.demo.problems import bad_parameter, not_in_project, refused

if TYPE_CHECKING:
    from rctui.demo.call import Call
    from rctui.demo.records import Customer


def transfer(call: Call) -> Answer:
    """Move all rows, or those of some apps.

    Rows keep the customer who bought them; currencies, attributes and aliases stay behind. A
    grant belongs to no app, so it only moves when no apps are named.
    """
    source = call.customer_to_change()
    target = found(call.world.to_change(call.body.text("target_customer_id", 1500)))
    app_ids = _app_ids(call)
    if source is target:
        raise refused("A customer can't be transferred to itself.", "target_customer_id")
    _move(call, source, target, app_ids)
    return Answer(
        {
            "source_customer": shapes.profile(source.profile, call.project_id),
            "target_customer": shapes.profile(target.profile, call.project_id),
        }
    )


def _move(call: Call, source: Customer, target: Customer, app_ids: frozenset[str] | None) -> None:
    def moves(product_id: str | None) -> bool:
        return app_ids is None or call.world.catalogue.app_of(product_id) in app_ids

    subscriptions = [row for row in source.subscriptions if moves(row.product_id)]
    purchases = [row for row in source.purchases if moves(row.product_id)]
    source.subscriptions = [row for row in source.subscriptions if not moves(row.product_id)]
    source.purchases = [row for row in source.purchases if not moves(row.product_id)]
    target.subscriptions += [row._replace(customer_id=target.id) for row in subscriptions]
    target.purchases += [row._replace(customer_id=target.id) for row in purchases]


def _app_ids(call: Call) -> frozenset[str] | None:
    if call.body.values.get("app_ids") is None:
        return None
    return frozenset(_known_app(call, app_id) for app_id in call.body.many("app_ids"))


def _known_app(call: Call, app_id: object) -> str:
    if not isinstance(app_id, str):
        raise bad_parameter("app_ids must be an array of strings.", "app_ids")
    if app_id not in call.world.catalogue.apps:
        raise not_in_project("app", app_id)
    return app_id


OPERATIONS: Final = (
    customer_write(
        "transfer",
        f"{CUSTOMER}/actions/transfer",
        transfer,
        "target_customer_id",
        "app_ids",
        more_permissions=(
            "customer_information:subscriptions:read_write",
            "customer_information:purchases:read_write",
        ),
        also_locks="target_customer_id",
    ),
)
