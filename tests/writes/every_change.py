"""Each of the writes, for a customer of one's own, with what it needs to succeed."""

from __future__ import annotations

import itertools
import uuid
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    CancelSubscription,
    Change,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RefundPurchase,
    RefundSubscription,
    RefundTransaction,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.demo.dataset.calendar import Calendar
from rctui.demo.dataset.draft import Draft, Shop, granted_row
from rctui.demo.routes.customers import new_customer
from tests.simulated import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.demo.world import World

DAY: Final = 86_400_000
_NUMBERS = itertools.count(1)


def fresh(world: World) -> str:
    """A new customer of the simulated project."""
    customer_id = f"fresh_{next(_NUMBERS)}"
    world.add(new_customer(customer_id, NOW))
    return customer_id


def entitlement(world: World) -> str:
    return next(iter(world.catalogue.entitlements))


def _create(_world: World) -> Change:
    return CreateCustomer.of(f"created_{next(_NUMBERS)}", {"$email": "new@example.com"})


def _grant(world: World) -> Change:
    return GrantEntitlement(fresh(world), entitlement(world), NOW + DAY)


def _revoke(world: World) -> Change:
    customer_id = fresh(world)
    customer = world.to_change(customer_id)
    assert customer is not None
    name = f"{next(_NUMBERS):064x}"
    customer.subscriptions.append(
        granted_row(
            f"subPrm{name[:32]}", customer_id, entitlement(world), name[32:], NOW, NOW + DAY
        )
    )
    return RevokeEntitlement(customer_id, entitlement(world))


def _offering(world: World) -> Change:
    return AssignOffering(fresh(world), next(iter(world.catalogue.offerings)))


def _unblock(world: World) -> Change:
    customer_id = f"barred_{next(_NUMBERS)}"
    world.blocked[customer_id] = NOW
    return UnblockCustomer(customer_id)


def _transfer(world: World) -> Change:
    source = _revoke(world).customer_id
    return Transfer(source, fresh(world))


def credit(world: World, *, without_transaction: bool = False) -> AdjustCurrencies:
    return AdjustCurrencies.of(
        fresh(world),
        {"GLD": 7},
        key=str(uuid.uuid4()),
        reference="T-1",
        without_transaction=without_transaction,
    )


def subscribed(world: World, store: str) -> tuple[str, str, str]:
    """A new customer with a subscription: whose, which row, which product."""
    draft = Draft(Shop(world.catalogue, Calendar(NOW)), f"subscribed_{next(_NUMBERS)}")
    product = {"rc_billing": "pro_monthly_web", "play_store": "pro_monthly_play"}[store]
    draft.subscribed(product, since=-40, until=20, paid=10.0)
    world.add(draft.customer)
    row = draft.customer.subscriptions[0]
    return draft.customer.id, row.id, row.product_id or ""


def _refund_payment(world: World) -> Change:
    customer_id, row_id, product_id = subscribed(world, "play_store")
    customer = world.find(customer_id)
    assert customer is not None
    payment = customer.subscriptions[0].store_identifier or ""
    return RefundTransaction(customer_id, row_id, product_id, payment)


def _refund_purchase(world: World) -> Change:
    draft = Draft(Shop(world.catalogue, Calendar(NOW)), f"bought_{next(_NUMBERS)}")
    draft.bought("course_web", on=-3)
    world.add(draft.customer)
    row = draft.customer.purchases[0]
    return RefundPurchase(draft.customer.id, row.id, row.product_id)


EVERY_CHANGE: Final[dict[str, Callable[[World], Change]]] = {
    "create": _create,
    "delete": lambda world: DeleteCustomer(fresh(world)),
    "grant": _grant,
    "revoke": _revoke,
    "offering": _offering,
    "transfer": _transfer,
    "attributes": lambda world: SetAttributes.of(fresh(world), {"plan": "gold", "$email": None}),
    "transaction": credit,
    "update-balance": lambda world: credit(world, without_transaction=True),
    "block": lambda world: BlockCustomer(fresh(world)),
    "unblock": _unblock,
    "cancel-subscription": lambda world: CancelSubscription(*subscribed(world, "rc_billing")),
    "refund-subscription": lambda world: RefundSubscription(*subscribed(world, "rc_billing")),
    "refund-transaction": _refund_payment,
    "refund-purchase": _refund_purchase,
}
KEYED: Final = frozenset({"transaction", "update-balance"})
