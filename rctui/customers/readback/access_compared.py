"""What a look says about a grant or its end.

Access and the grant behind it are two things: a grant runs beside what was bought, and its row
is listed minutes after the access is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, LiteralString

from rctui.customers.changes.rules import same_grant_end
from rctui.customers.readback.outcome import Seen
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.customers.changes.every_change import GrantEntitlement, RevokeEntitlement
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint


def granted(
    change: GrantEntitlement, before: Observation, after: Observation, view: Viewpoint
) -> tuple[Seen, SafeText]:
    """Whether access until the moment asked for is there."""
    wanted, name = change.expires_at_ms, view.names.of(change.entitlement_id)
    if after.ends is None:
        return Seen.NOT_READABLE, label("The active entitlements can't be read.")
    if wanted in (after.grants or ()):
        return Seen.MATCHES, phrase("{} is granted until {}.", name, _end(wanted, view))
    if change.entitlement_id not in after.ends:
        return Seen.NOT_YET, phrase("{} is not active yet.", name)
    end = after.ends[change.entitlement_id]
    if end == wanted:
        return Seen.MATCHES, phrase("{} is active until {}.", name, _end(end, view))
    seen, words = _until_another_end(change, end, before)
    return seen, phrase(words, name, _end(end, view))


def _until_another_end(
    change: GrantEntitlement, end: int | None, before: Observation
) -> tuple[Seen, LiteralString]:
    """What it means that the entitlement is active until another moment than was asked for."""
    if before.ends is not None and before.ends.get(change.entitlement_id, 0) != end:
        return Seen.DIFFERS, "{} is active until {} now."
    if before.grants is not None and same_grant_end(change.expires_at_ms, before.grants):
        return Seen.DIFFERS, (
            "Nothing changed: {} is active until {}, and a grant that ends within"
            " two hours of another counts as the same. Revoke first, then grant."
        )
    return Seen.NOT_YET, "{} is active until {}, as before, and no grant is listed yet."


def revoked(
    change: RevokeEntitlement, before: Observation, after: Observation, view: Viewpoint
) -> tuple[Seen, SafeText]:
    """Whether the grant is gone, and what access is left."""
    name = view.names.of(change.entitlement_id)
    if after.ends is None:
        return Seen.NOT_READABLE, label("The active entitlements can't be read.")
    if change.entitlement_id not in after.ends:
        return Seen.MATCHES, phrase("{} is no longer active.", name)
    end = _end(after.ends[change.entitlement_id], view)
    if after.grants is None:
        return Seen.NOT_READABLE, phrase(
            "{} is active until {}; whether by a grant can't be read.", name, end
        )
    if not after.grants and before.grants != ():
        return Seen.MATCHES, phrase(
            "The grant is gone; {} stays active until {} from another source.", name, end
        )
    if not after.grants:
        return Seen.NOT_YET, phrase("{} is active until {}.", name, end)
    return Seen.NOT_YET, phrase("The grant of {} is still active.", name)


def _end(end: int | None, view: Viewpoint) -> SafeText:
    return label("no end") if end is None else moments.both_clocks(end, view.zone)
