"""What our own journal knows of customers: facts that the API tells late, or never.

Every start imports this; what it needs of the journal waits until something was written.
"""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.customers.verdicts.own_grant import OwnGrant
    from rctui.journal.operation import Operation


class OwnChanges(NamedTuple):
    """Own changes of one project that were applied, by the id they were made under."""

    deeds: Mapping[str, OwnDeed] = MappingProxyType({})
    """What we did last to each id as a whole."""
    grants: Mapping[str, tuple[OwnGrant, ...]] = MappingProxyType({})
    """What we granted under each id; of each entitlement only what was done last counts."""
    unconfirmed: int = 0
    """Of how many nobody knows the end."""
    lines: Mapping[str, int] = MappingProxyType({})
    """How many lines the journal has about each id; one more tells that something was done."""

    def deed_of(self, customer_ids: Iterable[str]) -> OwnDeed | None:
        """What we did last to one of these ids as a whole."""
        done = [self.deeds[id_] for id_ in customer_ids if id_ in self.deeds]
        return max(done, key=lambda one: one.at_ms, default=None)

    def grants_of(self, customer_ids: Iterable[str]) -> tuple[OwnGrant, ...]:
        """What we granted under one of these ids."""
        return tuple(one for id_ in customer_ids for one in self.grants.get(id_, ()))

    def lines_of(self, customer_ids: Iterable[str]) -> int:
        """How many lines the journal has about these ids."""
        return sum(self.lines.get(id_, 0) for id_ in customer_ids)


NONE: Final = OwnChanges()


def own_changes(operations: Sequence[Operation]) -> OwnChanges:
    """What a project's operations come to; they have the newest first."""
    if not operations:
        return NONE
    unconfirmed = sum(one.is_open for one in operations)
    return OwnChanges(_deeds(operations), _grants(operations), unconfirmed, _lines(operations))


def _lines(operations: Sequence[Operation]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in operations:
        for customer_id in {one.first.customer_id, one.change.get("target_customer_id")}:
            if isinstance(customer_id, str):
                found[customer_id] += len(one.entries)
    return found


def is_applied(operation: Operation) -> bool:
    """Whether it was carried out: the server said so, or a person who looked."""
    from rctui.journal.states import State

    if operation.state is State.SETTLED:
        return operation.settled is not None and operation.settled.verdict == "applied"
    return operation.state is State.APPLIED


def _deeds(operations: Sequence[Operation]) -> dict[str, OwnDeed]:
    from rctui.customers.verdicts.own_deed import DEEDS, OwnDeed

    return {
        one.first.customer_id: OwnDeed(str(one.change["kind"]), one.last.time_ms)
        for one in reversed(operations)
        if one.change.get("kind") in DEEDS and is_applied(one)
    }


_OF_GRANTS: Final = frozenset({"grant", "revoke"})


def _grants(operations: Sequence[Operation]) -> dict[str, tuple[OwnGrant, ...]]:
    done = [one for one in operations if one.change.get("kind") in _OF_GRANTS and is_applied(one)]
    if not done:
        return {}
    from rctui.customers.verdicts.own_grant import OwnGrant

    last = {(one.first.customer_id, one.change.get("entitlement_id")): one for one in done[::-1]}
    found: dict[str, tuple[OwnGrant, ...]] = {}
    for (customer_id, entitlement_id), one in last.items():
        end = one.change.get("expires_at_ms")
        if isinstance(end, int) and isinstance(entitlement_id, str):
            grant = OwnGrant(entitlement_id, end, one.last.time_ms)
            found[customer_id] = (*found.get(customer_id, ()), grant)
    return found
