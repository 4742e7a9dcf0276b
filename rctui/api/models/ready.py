"""Building what reads a customer's records before the first one arrives.

pydantic builds a model's reader on its first use, several ms each, and with the first customer all
of them would be built at once while that customer is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def builders() -> Iterator[Callable[[], object]]:
    """One call for each model of a customer's screen; a model is built once."""
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.api.models.alias import CustomerAlias
    from rctui.api.models.attribute import CustomerAttribute
    from rctui.api.models.currency import VirtualCurrencyBalance
    from rctui.api.models.invoice import Invoice
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription

    yield CustomerEntitlement.model_rebuild
    yield CustomerAttribute.model_rebuild
    yield Subscription.model_rebuild
    yield Purchase.model_rebuild
    yield CustomerAlias.model_rebuild
    yield VirtualCurrencyBalance.model_rebuild
    yield Invoice.model_rebuild
