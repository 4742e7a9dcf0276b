"""What has been loaded of one customer so far: the customer's own answer and every list.

A list that is filtered by environment is another list: conclusions are only ever drawn from the
one without a filter.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rctui.api.page import Page
from rctui.customers.listing import Listing, first_page, with_next_page
from rctui.customers.sections import Phase, Section, SectionState
from rctui.customers.verdicts.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.models.customer import Customer
    from rctui.customers.failure import Failure
    from rctui.customers.verdicts.own_deed import OwnDeed


@dataclass(frozen=True, slots=True)
class ListKey:
    """One list: a section, and the environment it is filtered by (`None` is both)."""

    section: Section
    environment: str | None = None


State = SectionState[Any]
"""`Any`: each section has a record type of its own, and only its table knows it."""

_NOTHING: State = SectionState()
_OWN_LISTS = (Section.ENTITLEMENTS, Section.ATTRIBUTES)
"""The lists whose first page comes with the customer's own answer."""


@dataclass(frozen=True, slots=True)
class CustomerParts:
    """An immutable picture; every arrival makes a new one."""

    asked: str
    """The id that was looked up."""
    customer: Customer | None = None
    as_of_ms: int = 0
    """When the customer's own answer arrived, in ms since the epoch."""
    failure: Failure | None = None
    """Why the customer's own answer did not come, if it was the last thing to fail."""
    lists: Mapping[ListKey, State] = field(default_factory=dict)

    def state(self, key: ListKey) -> State:
        """How a list stands."""
        return self.lists.get(key, _NOTHING)

    def lacks(self, *sections: Section) -> bool:
        """Whether one of these lists, unfiltered, is still to come for the first time."""
        states = [self.state(ListKey(section)) for section in sections]
        return any(one.phase is Phase.LOADING and one.listing is None for one in states)

    def loading(self, key: ListKey) -> CustomerParts:
        """A list has been asked for."""
        return self.with_list(key, self.state(key).loading())

    def failed(self, key: ListKey, failure: Failure) -> CustomerParts:
        """A list could not be read."""
        return self.with_list(key, self.state(key).failed(failure))

    def page(self, key: ListKey, page: Page[Any], at_ms: int, *, first: bool) -> CustomerParts:
        """A page of a list has arrived."""
        before = self.state(key).listing
        if first or before is None:
            return self.with_list(key, self.state(key).loaded(first_page(page, at_ms)))
        return self.with_list(key, self.state(key).loaded(with_next_page(before, page, at_ms)))

    def customer_failed(self, failure: Failure) -> CustomerParts:
        """The customer's own answer did not come; neither did the lists that come with it."""
        parts = replace(self, failure=failure)
        for section in _OWN_LISTS:
            parts = parts.failed(ListKey(section), failure)
        return parts

    def opened(self, customer: Customer, at_ms: int) -> CustomerParts:
        """The customer's own answer has arrived, with what it holds of its lists."""
        parts = replace(self, customer=customer, as_of_ms=at_ms, failure=None)
        held = {
            Section.ENTITLEMENTS: customer.active_entitlements,
            Section.ATTRIBUTES: customer.attributes,
        }
        for section, page in held.items():
            if page is not None:
                rows: Listing[Any] = first_page(page, at_ms)
                parts = parts.with_list(ListKey(section), SectionState(Phase.LOADED, rows))
        return parts

    def emptied(self) -> CustomerParts:
        """The customer is known to be gone: there is nothing in any list."""
        gone: State = SectionState(Phase.LOADED, Listing((), None, frozenset(), "", self.as_of_ms))
        return replace(self, lists=dict.fromkeys(self.lists, gone))

    def facts(self, restore_behavior: str, own: OwnDeed | None = None) -> Facts | None:
        """What conclusions are drawn from, once the customer's own answer is there."""
        if self.customer is None:
            return None
        return Facts(
            self._with_loaded_entitlements(self.customer),
            self.asked,
            self.state(ListKey(Section.SUBSCRIPTIONS)),
            self.state(ListKey(Section.PURCHASES)),
            self.state(ListKey(Section.ALIASES)),
            self.state(ListKey(Section.ATTRIBUTES)),
            self.state(ListKey(Section.INVOICES)),
            self.state(ListKey(Section.CURRENCIES)),
            restore_behavior,
            own,
        )

    def _with_loaded_entitlements(self, customer: Customer) -> Customer:
        """The customer's answer holds the first page alone, or none; more may be loaded."""
        listing = self.state(ListKey(Section.ENTITLEMENTS)).listing
        if listing is None:
            return customer
        page = Page(listing.rows, listing.next_cursor, listing.cut_short)
        return customer.model_copy(update={"active_entitlements": page})

    def with_list(self, key: ListKey, state: State) -> CustomerParts:
        """A list stands like this now."""
        return replace(self, lists={**self.lists, key: state})
