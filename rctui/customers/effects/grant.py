"""What a grant would really change for a customer, in words: it runs beside what is there.

Pure. What is not loaded is said to be unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.grant_ends import AccessThere, There
from rctui.customers.changes.rules import SAME_END_MS
from rctui.customers.verdicts.sources import as_subscription, is_grant, sources_by_entitlement, via
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source

_FOREVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is there of one entitlement already."""

    entitlement_id: str
    there: AccessThere
    bought: tuple[Source, ...]
    """The loaded purchases and subscriptions that give it now."""
    grants: tuple[int | None, ...]
    """The ends of the loaded grants of it that give access; `None` is never."""
    were_read: bool = True
    """Whether grants were looked at at all, rather than found to be none."""

    @classmethod
    def of(
        cls, entitlement_id: str, facts: Facts | None, before: Observation | None = None
    ) -> Beside:
        """What the facts tell of an entitlement; a look at the grants, where one was had, wins."""
        rows = sources_by_entitlement(facts).get(entitlement_id, ()) if facts is not None else ()
        grants = tuple(_end(row) for row in rows if is_grant(row))
        looked = before.grants if before is not None else None
        return cls(
            entitlement_id,
            access_there(entitlement_id, facts),
            tuple(row for row in rows if not is_grant(row)),
            grants if looked is None else looked,
            looked is not None or facts is not None,
        )


def access_there(entitlement_id: str, facts: Facts | None) -> AccessThere:
    """Until when an entitlement is active, from whatever source."""
    told = facts.customer.active_entitlements if facts is not None else None
    if told is None:
        return AccessThere(There.NOT_KNOWN)
    for record in told.records:
        if record.entitlement_id == entitlement_id:
            if record.expires_at is None:
                return AccessThere(There.ENDLESS)
            return AccessThere(There.UNTIL, record.expires_at)
    is_whole = not (told.next_cursor or told.unreadable)
    return AccessThere(There.NONE if is_whole else There.NOT_KNOWN)


def access_words(beside: Beside, view: Viewpoint) -> SafeText:
    """In one sentence: `pro runs until 3 Dec 2026 by Play Store pro_monthly`."""
    name, there = view.names.of(beside.entitlement_id), beside.there
    if there.what is There.NOT_KNOWN:
        return phrase("Whether {} is active is not known.", name)
    if there.what is There.NONE:
        return phrase("{} is not active.", name)
    return phrase("{} {}{}.", name, _runs(there, view), _by(beside, view))


def grant_effect(beside: Beside, end_ms: int, view: Viewpoint) -> tuple[SafeText, ...]:
    """The lines that a person must read before granting, the most important first."""
    in_vain = _in_vain(beside, end_ms, view)
    if in_vain is not None:
        return in_vain, access_words(beside, view)
    return (*_other_grant(beside, view), _net(beside, end_ms, view), *_hidden(beside, view))


def revoke_effect(beside: Beside, view: Viewpoint, *, is_whole: bool) -> tuple[SafeText, ...]:
    """What ends with a grant and what access remains; `is_whole` when all that could is loaded."""
    name = view.names.of(beside.entitlement_id)
    lines = [_grant_ends(name, end, view) for end in beside.grants]
    if not beside.grants:
        lines.append(_no_grant(name, were_read=beside.were_read))
    if beside.bought:
        left = join(", ", [via(row, view) for row in beside.bought])
        lines.append(phrase("{} stays active by {}.", name, left))
    elif is_whole:
        lines.append(phrase("No access to {} remains.", name))
    else:
        lines.append(phrase("Whether access to {} remains is not known.", name))
    return tuple(lines)


def _no_grant(name: SafeText, *, were_read: bool) -> SafeText:
    if not were_read:
        return phrase("Which grants of {} there are is looked up before it is sent.", name)
    return phrase(
        "No grant of {} is listed. A new one is listed minutes late: if there is one, it ends.",
        name,
    )


def _grant_ends(name: SafeText, end: int | None, view: Viewpoint) -> SafeText:
    if end is None:
        return phrase("Ends now: the grant of {} without end.", name)
    until = moments.day_and_minute(end, view.zone)
    return phrase("Ends now: the grant of {} until {}.", name, until)


def _net(beside: Beside, end_ms: int, view: Viewpoint) -> SafeText:
    """How much access the grant adds."""
    name, there = view.names.of(beside.entitlement_id), beside.there
    if there.what is There.NOT_KNOWN:
        return phrase("Whether {} is active is not known, nor what this adds.", name)
    if there.what is There.NONE:
        return phrase("Adds {}: {} is not active now.", moments.span(end_ms - view.now_ms), name)
    runs, by = _runs(there, view), _by(beside, view)
    if there.what is There.ENDLESS:
        return phrase("Adds nothing: {} {}{} anyway.", name, runs, by)
    if end_ms <= there.until_ms:
        return phrase("Adds 0 days now: {} {}{} anyway, longer than this grant.", name, runs, by)
    if any(_renews(row) for row in beside.bought):
        return phrase(
            "Adds 0 days now: {} {}{} anyway. It would matter from then on, if that doesn't renew.",
            name,
            runs,
            by,
        )
    more = moments.span(end_ms - max(there.until_ms, view.now_ms))
    return phrase("Adds {}: {} {}{} now.", more, name, runs, by)


def _in_vain(beside: Beside, end_ms: int, view: Viewpoint) -> SafeText | None:
    """Why a grant that is there keeps the new one from changing anything, or `None`."""
    name = view.names.of(beside.entitlement_id)
    near = [end for end in beside.grants if end is not None and abs(end - end_ms) <= SAME_END_MS]
    if near:
        return phrase(
            "Would change nothing: a grant of {} until {} is active, and an end within two"
            " hours of it counts as the same. Revoke first, then grant.",
            name,
            moments.day_and_minute(near[0], view.zone),
        )
    if not any(end is None or end > end_ms for end in beside.grants):
        return None
    return phrase(
        "Would change nothing: a grant of {} {} is active, and a shorter one doesn't shorten it."
        " To shorten it, revoke first, then grant.",
        name,
        _longest(beside, view),
    )


def _other_grant(beside: Beside, view: Viewpoint) -> list[SafeText]:
    """What to do where a shorter grant turns out to stand in the way."""
    if not beside.grants:
        return []
    return [
        phrase(
            "A grant of {} {} is active. If it still ends then afterwards, revoke first, then"
            " grant.",
            view.names.of(beside.entitlement_id),
            _longest(beside, view),
        )
    ]


def _longest(beside: Beside, view: Viewpoint) -> SafeText:
    longest = max(beside.grants, key=lambda end: _FOREVER if end is None else end)
    return label("without end") if longest is None else _until(longest, view)


def _hidden(beside: Beside, view: Viewpoint) -> list[SafeText]:
    subscriptions = [row for row in beside.bought if as_subscription(row) is not None]
    if not subscriptions:
        return []
    paid = join(", ", [via(row, view) for row in subscriptions])
    return [phrase("While both run, the app may show the grant instead of {}.", paid)]


def _runs(there: AccessThere, view: Viewpoint) -> SafeText:
    if there.what is There.ENDLESS:
        return label("runs without end")
    return phrase("runs {}", _until(there.until_ms, view))


def _until(end_ms: int, view: Viewpoint) -> SafeText:
    return phrase("until {}", moments.day(end_ms, view.zone))


def _by(beside: Beside, view: Viewpoint) -> SafeText:
    if beside.bought:
        return phrase(" by {}", via(beside.bought[0], view))
    return label(" by a grant") if beside.grants else label("")


def _renews(row: Source) -> bool:
    subscription = as_subscription(row)
    return subscription is not None and subscription.auto_renewal_status != "will_not_renew"


def _end(row: Source) -> int | None:
    subscription = as_subscription(row)
    return subscription.current_period_ends_at if subscription is not None else None
