"""What gives a customer an entitlement: subscriptions, grants and one-time purchases."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.customers.api_words import FAMILY_SHARED, PROMOTIONAL, STORES, word
from rctui.customers.environments import is_sandbox
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.api.models.entitlement import Entitlement
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

    Source = Subscription | Purchase

_FOREVER = float("inf")


def as_subscription(source: Source) -> Subscription | None:
    """The row where it is a subscription; told by what only those have."""
    return cast("Subscription", source) if hasattr(source, "gives_access") else None


def as_purchase(source: Source) -> Purchase | None:
    """The row where it is a one-time purchase."""
    return None if hasattr(source, "gives_access") else source


def gives_now(source: Source) -> bool:
    """Whether the row gives access now to whatever is attached to it, as far as it tells."""
    subscription, purchase = as_subscription(source), as_purchase(source)
    if subscription is not None:
        return subscription.gives_access is True
    return purchase is not None and purchase.status == "owned"


def attached(source: Source) -> tuple[Entitlement, ...]:
    """The readable entitlements that the row's product gives."""
    return source.entitlements.records if source.entitlements else ()


def gives_nothing(source: Source) -> bool:
    """Whether a row gives access and no entitlement is attached to its product."""
    told = source.entitlements
    return gives_now(source) and told is not None and not told.items and not told.next_cursor


def gives_access_now(source: Source) -> bool:
    """Whether a row gives an entitlement now, as far as it tells: coins, once bought, do not."""
    return gives_now(source) and not gives_nothing(source)


def sources_by_entitlement(facts: Facts) -> dict[str, tuple[Source, ...]]:
    """The loaded rows that give each entitlement now, the one that matters most first.

    Production before sandbox, what was paid before what was granted, the longest first.
    """
    rows: list[Source] = [*facts.subscription_rows, *facts.purchase_rows]
    found: dict[str, list[Source]] = {}
    for row in sorted(filter(gives_now, rows), key=_rank):
        for entitlement in attached(row):
            found.setdefault(entitlement.id, []).append(row)
    return {entitlement_id: tuple(giving) for entitlement_id, giving in found.items()}


def is_grant(source: Source) -> bool:
    """Whether a support agent granted it."""
    return source.store == PROMOTIONAL


def is_shared(source: Source) -> bool:
    """Whether a family member bought it."""
    return source.ownership == FAMILY_SHARED


def product_name(source: Source, view: Viewpoint) -> SafeText:
    """The product's name or id; grants have none."""
    return view.names.of(source.product_id) if source.product_id else label("no product")


def via(source: Source, view: Viewpoint) -> SafeText:
    """`Play Store pro_monthly`, `a grant`, `App Store lifetime, family shared`."""
    if is_grant(source):
        return label("a grant")
    store = word(STORES, source.store)
    if source.product_id:
        words = phrase("{} {}", store, product_name(source, view))
    elif as_subscription(source) is not None:
        words = phrase("{} subscription without a product", store)
    else:
        words = phrase("{} purchase without a product", store)
    return words + label(", family shared") if is_shared(source) else words


def in_a_cell(source: Source, view: Viewpoint) -> SafeText:
    """The same for a column, where a grant goes by the name of its store: `Granted`."""
    return word(STORES, source.store) if is_grant(source) else via(source, view)


def via_all(sources: Iterable[Source], view: Viewpoint) -> SafeText:
    """What gives an entitlement, for a column: the first of the sources, the others counted."""
    first, *others = sources
    words = in_a_cell(first, view)
    return phrase("{} +{} more", words, len(others)) if others else words


def _rank(source: Source) -> tuple[bool, bool, float]:
    subscription = as_subscription(source)
    ends = subscription.current_period_ends_at if subscription else None
    return is_sandbox(source.environment), is_grant(source), -(_FOREVER if ends is None else ends)
