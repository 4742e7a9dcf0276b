"""What a change makes of what is there, as short as a cell of a list wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import Change, GrantEntitlement
from rctui.customers.effects.before_after import before_after
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint


def in_short(change: Change, before: Observation, view: Viewpoint) -> tuple[SafeText, ...]:
    """`pro: none → 2 Dec (adds 7 d)`, `pro: stays 7 Dec (adds 0 d)` for a grant.

    All else is short already.
    """
    if isinstance(change, GrantEntitlement):
        return (_grant(change, before, view),)
    return before_after(change, before, view)


def adds_nothing(change: Change, before: Observation) -> bool:
    """Whether access lasts at least as long without the change: a grant doesn't lengthen it."""
    if not isinstance(change, GrantEntitlement) or before.ends is None:
        return False
    if change.entitlement_id not in before.ends:
        return False
    held = before.ends[change.entitlement_id]
    return held is None or held >= change.expires_at_ms


def _grant(change: GrantEntitlement, before: Observation, view: Viewpoint) -> SafeText:
    name, end = view.names.of(change.entitlement_id), change.expires_at_ms
    if before.ends is None:
        return phrase("{}: not known → {} at least", name, _end(end, view))
    if change.entitlement_id not in before.ends:
        more = moments.span(end - view.now_ms)
        return phrase("{}: none → {} (adds {})", name, _end(end, view), more)
    held = before.ends[change.entitlement_id]
    if held is None or held >= end:
        return phrase("{}: stays {} (adds 0 d)", name, _end(held, view))
    more = moments.span(end - max(held, view.now_ms))
    return phrase("{}: {} → {} (adds {})", name, _end(held, view), _end(end, view), more)


def _end(end: int | None, view: Viewpoint) -> SafeText:
    return label("without end") if end is None else moments.near_day(end, view.now_ms, view.zone)
