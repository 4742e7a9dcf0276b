"""Which keys matter most on each tab of a customer: they stay longest in the footer there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rctui.tui.customer.tabs import (
    ATTRIBUTES,
    CURRENCIES,
    ENTITLEMENTS,
    INVOICES,
    PURCHASES,
    SUBSCRIPTIONS,
)
from rctui.tui.keys.actions import DOWNLOAD, ENVIRONMENT, OPEN_KEYS, TICKET_SUMMARY
from rctui.tui.keys.write_actions import ATTRIBUTES as SET_ATTRIBUTES
from rctui.tui.keys.write_actions import CURRENCIES as CHANGE_BALANCES
from rctui.tui.keys.write_actions import GRANT, REVOKE, TRANSFER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rctui.tui.customer.tabs import Tab
    from rctui.tui.keys.actions import Action

_HERE: Final[Mapping[int, tuple[Action, ...]]] = {
    ENTITLEMENTS.number: (GRANT, REVOKE),
    SUBSCRIPTIONS.number: (ENVIRONMENT, TRANSFER),
    PURCHASES.number: (ENVIRONMENT, TRANSFER),
    ATTRIBUTES.number: (SET_ATTRIBUTES,),
    INVOICES.number: (DOWNLOAD,),
    CURRENCIES.number: (CHANGE_BALANCES,),
}
_ELSEWHERE: Final = (TICKET_SUMMARY, GRANT)
"""What is worth the most where a tab has nothing of its own."""


def keys_of_tab(tab: Tab, offers: Iterable[Action]) -> Sequence[Action]:
    """The actions with those of the tab right behind `enter`, and as important as it is."""
    here = _HERE.get(tab.number, _ELSEWHERE)
    offered = list(offers)
    own = [replace(action, footer=OPEN_KEYS) for action in here if action in offered]
    first, *others = (action for action in offered if action not in here)
    return [replace(first, footer=OPEN_KEYS), *own, *others]
