"""Loading one customer: what is asked for, in which order, and where the answers go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.reads import ListSection, OpenCustomer
from rctui.customers.sections import Phase, Section
from rctui.tui.customer.asking_ahead import LISTS
from rctui.worker.answers import Need

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.api.models.customer import Customer
    from rctui.api.page import Page
    from rctui.customers.reads import Read
    from rctui.worker.answers import Answer

_CUSTOMER = "customer"
_WITH_THE_CUSTOMER = (Section.ENTITLEMENTS, Section.ATTRIBUTES)


class Asks(Protocol):
    """A screen, as far as loading goes."""

    def load(
        self, part: str, read: Read[Any], need: Need, handle: Callable[[Answer[Any]], None]
    ) -> None:
        """Ask for something; a newer load of the same part makes an older one stale."""

    def is_loading(self, part: str) -> bool:
        """Whether an answer for this part is still to come."""


class CustomerLoads:
    """Keeps the parts of one customer and asks for what is missing.

    Everything is asked for at once; the worker runs it in the order of need, four at a time, so
    that the header takes one round and all tabs two.
    """

    def __init__(self, screen: Asks, customer_id: str, asked: str, changed: Callable[[], None]):
        self._screen = screen
        self._customer_id = customer_id
        self._changed = changed
        self.parts = CustomerParts(asked)

    def start(self, known: Customer | None, at_ms: int, open_section: Section | None) -> None:
        """Load everything; the customer's own answer only where Find has not brought it."""
        self.ask(known, at_ms, open_section)
        self._changed()

    def ask(self, known: Customer | None, at_ms: int, open_section: Section | None) -> None:
        """The same without showing anything, for a screen that is not there yet."""
        if known is None:
            self._load_customer()
        else:
            self.parts = self.parts.opened(known, at_ms)
            self._load_attributes_apart()
        for section in LISTS:
            self._load_first(ListKey(section), _need(section, open_section))

    def reload_all(self, open_section: Section | None) -> None:
        """Load everything again; what is there stays until the answers come."""
        self.start(None, 0, open_section)

    def reload(self, key: ListKey) -> None:
        """Load one list again, from its first page."""
        if key.section is Section.ENTITLEMENTS:
            self._load_customer()
        else:
            self._load_first(key, Need.OPEN_TAB)
        self._changed()

    def ensure(self, key: ListKey) -> None:
        """Load a list that nobody has asked for yet."""
        if self.parts.state(key).phase is Phase.NOT_LOADED:
            self.reload(key)

    def more(self, key: ListKey) -> None:
        """Load the next page of a list, if there is one and none is on its way."""
        listing = self.parts.state(key).listing
        if listing is None or not listing.more or self._screen.is_loading(_part(key)):
            return
        self._load_page(key, listing.next_cursor, Need.OPEN_TAB)
        self._changed()

    def _load_customer(self) -> None:
        for section in _WITH_THE_CUSTOMER:
            self.parts = self.parts.loading(ListKey(section))
        read = OpenCustomer(self._customer_id)
        self._screen.load(_CUSTOMER, read, Need.HEADER, self._customer_answered)

    def _customer_answered(self, answer: Answer[Customer]) -> None:
        if answer.failure is not None:
            self.parts = self.parts.customer_failed(answer.failure)
        elif answer.value is not None:
            self.parts = self.parts.opened(answer.value, answer.at_ms)
            self._load_attributes_apart()
        self._changed()

    def _load_attributes_apart(self) -> None:
        """A key that may not expand attributes may still list them, or learn what it lacks."""
        customer = self.parts.customer
        if customer is not None and customer.attributes is None:
            self._load_first(ListKey(Section.ATTRIBUTES), Need.OTHER_TAB)
        if customer is not None and customer.active_entitlements is None:
            self._load_first(ListKey(Section.ENTITLEMENTS), Need.OPEN_TAB)

    def _load_first(self, key: ListKey, need: Need) -> None:
        self._load_page(key, None, need)

    def _load_page(self, key: ListKey, cursor: str | None, need: Need) -> None:
        self.parts = self.parts.loading(key)
        read = ListSection(self._customer_id, key.section, cursor, key.environment)

        def answered(answer: Answer[Page[Any]]) -> None:
            self._page_answered(key, answer, first=cursor is None)

        self._screen.load(_part(key), read, need, answered)

    def _page_answered(self, key: ListKey, answer: Answer[Page[Any]], *, first: bool) -> None:
        if answer.failure is not None:
            self.parts = self.parts.failed(key, answer.failure)
        elif answer.value is not None:
            self.parts = self.parts.page(key, answer.value, answer.at_ms, first=first)
        self._changed()


def _part(key: ListKey) -> str:
    return f"{key.section}/{key.environment or 'both'}"


def _need(section: Section, open_section: Section | None) -> Need:
    return Need.OPEN_TAB if section is open_section else Need.OTHER_TAB
