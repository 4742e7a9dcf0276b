"""What a watch waits for: `entitlement pro`, `no entitlement pro`, `balance GLD 500`, `change`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from rctui.customers.names import Names
    from rctui.customers.watching import Glimpse

HOW: Final = (
    "It waits for entitlement NAME, no entitlement NAME, subscription STATUS,"
    " balance CODE AMOUNT, or change."
)
_FORMS: Final = re.compile(
    r"(?P<gone>no )?entitlement (?P<entitlement>.+)|subscription (?P<status>\w+)"
    r"|balance (?P<code>\w+) (?P<amount>[0-9]{1,10})|(?P<change>change)"
)


class BadWatch(RctuiError):
    """Nothing that a watch can wait for, or for how long."""

    exit_code: ExitCode = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class WatchEnd:
    """One thing to wait for."""

    text: str
    """As typed."""
    entitlement: str = ""
    """A name or an id."""
    is_gone: bool = False
    status: str = ""
    """Of any subscription, in the API's word."""
    code: str = ""
    amount: int = 0
    """The balance of `code` is at least this."""
    any_change: bool = False

    def is_met(self, glimpse: Glimpse, changes: int, names: Names) -> bool:
        """Whether it is so now; `changes` is how many were seen since the watch began."""
        if self.any_change:
            return changes > 0
        if self.entitlement:
            return self._entitlement_is_so(glimpse, names)
        if self.status:
            rows = (glimpse.subscriptions or {}).values()
            return any(row.status == self.status for row in rows)
        return ((glimpse.balances or {}).get(self.code) or 0) >= self.amount

    def _entitlement_is_so(self, glimpse: Glimpse, names: Names) -> bool:
        if glimpse.entitlements is None:
            return False
        wanted = self.entitlement.casefold()
        meant = names.called(self.entitlement)
        is_there = any(id_ in meant or id_.casefold() == wanted for id_ in glimpse.entitlements)
        return is_there is not self.is_gone


def read_watch_end(text: str) -> WatchEnd | None:
    """What somebody typed; nothing typed is `None`. Raises BadWatch."""
    typed = " ".join(text.split())
    if not typed:
        return None
    found = _FORMS.fullmatch(typed)
    if found is None:
        raise BadWatch(f"A watch can't wait for {typed[:60]!a}.", hint=HOW)
    return WatchEnd(
        typed,
        found["entitlement"] or "",
        bool(found["gone"]),
        found["status"] or "",
        found["code"] or "",
        int(found["amount"] or 0),
        bool(found["change"]),
    )
