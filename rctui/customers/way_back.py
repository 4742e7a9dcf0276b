"""Which writes still stand, and can be taken back one after the other, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.customers.own_changes import is_applied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.journal.operation import Operation


class WayBack(NamedTuple):
    """What was done and still stands."""

    standing: tuple[Operation, ...]
    """Applied, or nobody knows; neither taken back nor taking something back. Newest first."""
    reversed: int
    """How many were taken back."""

    @property
    def newest(self) -> Operation | None:
        """The one to take back next."""
        return next(iter(self.standing), None)


def way_back(operations: Iterable[Operation]) -> WayBack:
    """What of one customer's operations, the newest first, can be taken back.

    A write that takes another one back is passed over with that one, so that going back again
    reaches the one before. Where nobody knows whether it was done, it stands until that is.
    """
    happened = [one for one in operations if one.is_open or is_applied(one)]
    taken_back = {one.first.reverses for one in happened if not one.is_open} - {""}
    standing = tuple(
        one for one in happened if one.is_open or not (one.first.reverses or one.id in taken_back)
    )
    return WayBack(standing, len(taken_back))
