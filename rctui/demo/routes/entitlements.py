"""Active entitlements, grant and revoke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.answer import Answer
from rctui.demo.catalogue import derived_hex
from rctui.demo.dataset.draft import granted_row
from rctui.demo.operation import CUSTOMER, customer_read, customer_write
from rctui.demo.problems import bad_parameter, not_in_project, refused

if TYPE_CHECKING:
    from rctui.demo.call import Call
    from rctui.demo.records import Customer, Subscription

_SAME_END_MS: Final = 2 * 3_600_000
"""A grant that ends this close to one that is active already changes nothing."""


def active_entitlements(customer: Customer, now_ms: int) -> dict[str, int | None]:
    """Entitlement ids and when they end, None for never; the latest end wins."""
    ends: dict[str, int | None] = {}
    for row in customer.subscriptions:
        current = row.at(now_ms)
        if current.gives_access:
            _extend(ends, current.entitlement_ids, current.period_ends_at)
    for purchase in customer.purchases:
        if purchase.status == "owned":
            _extend(ends, purchase.entitlement_ids, None)
    return dict(sorted(ends.items()))


def list_active_entitlements(call: Call) -> Answer:
    """What the customer has access to now; nothing that has expired."""
    rows = list(active_entitlements(call.customer(), call.now_ms).items())
    return call.list_of(rows, lambda row: row[0], shapes.active_entitlement)


def grant_entitlement(call: Call) -> Answer:
    """Give access until a moment; access starts at once, the row is listed later.

    Answers 201 even when an active grant ends at about the same time and so nothing changes.
    """
    customer = call.customer_to_change()
    entitlement_id = _entitlement_id(call)
    expires_at = call.body.whole_number("expires_at")
    if expires_at <= call.now_ms:
        message = "expires_at must be in the future."
        raise bad_parameter(message, "expires_at", status=422)
    grants = _active_grants(customer, entitlement_id, call.now_ms)
    if not any(_ends_at_about(grant, expires_at) for grant in grants):
        customer.subscriptions.append(_new_grant(call, customer, entitlement_id, expires_at))
    return Answer(shapes.profile(customer.profile, call.project_id), 201)


def revoke_granted_entitlement(call: Call) -> Answer:
    """End the grants of an entitlement; what a store gives stays."""
    customer = call.customer_to_change()
    grants = _active_grants(customer, _entitlement_id(call), call.now_ms)
    if not grants:
        raise refused("The customer has no active grant of this entitlement.", "entitlement_id")
    customer.subscriptions = [
        row.ended(call.now_ms) if row in grants else row for row in customer.subscriptions
    ]
    return Answer(shapes.profile(customer.profile, call.project_id))


def _extend(ends: dict[str, int | None], ids: tuple[str, ...], until: int | None) -> None:
    for entitlement_id in ids:
        known = ends.get(entitlement_id, 0)
        ends[entitlement_id] = None if until is None or known is None else max(known, until)


def _entitlement_id(call: Call) -> str:
    wanted = call.body.text("entitlement_id")
    if wanted not in call.world.catalogue.entitlements:
        raise not_in_project("entitlement", wanted)
    return wanted


def _active_grants(customer: Customer, entitlement_id: str, now_ms: int) -> list[Subscription]:
    return [
        row
        for row in customer.subscriptions
        if row.store == "promotional"
        and entitlement_id in row.entitlement_ids
        and row.at(now_ms).gives_access
    ]


def _ends_at_about(grant: Subscription, expires_at: int) -> bool:
    return grant.ends_at is None or abs(grant.ends_at - expires_at) <= _SAME_END_MS


def _new_grant(
    call: Call, customer: Customer, entitlement_id: str, expires_at: int
) -> Subscription:
    name = derived_hex(customer.id, call.now_ms, len(customer.subscriptions), digits=64)
    row = granted_row(
        f"subPrm{name[:32]}", customer.id, entitlement_id, name[32:], call.now_ms, expires_at
    )
    return row._replace(shown_from=call.now_ms + call.world.late_grant_ms)


OPERATIONS: Final = (
    customer_read(
        "list_active_entitlements",
        f"{CUSTOMER}/active_entitlements",
        list_active_entitlements,
        "customers",
    ),
    customer_write(
        "grant_entitlement",
        f"{CUSTOMER}/actions/grant_entitlement",
        grant_entitlement,
        "entitlement_id",
        "expires_at",
    ),
    customer_write(
        "revoke_granted_entitlement",
        f"{CUSTOMER}/actions/revoke_granted_entitlement",
        revoke_granted_entitlement,
        "entitlement_id",
    ),
)
