from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.api.models.alias import CustomerAlias
from rctui.api.page import Page
from rctui.customers.failure import Failure, FailureKind
from rctui.customers.parts import ListKey
from rctui.customers.reads import ListSection, OpenCustomer
from rctui.customers.sections import Phase, Section
from rctui.text.safe_text import label
from rctui.tui.customer.loads import CustomerLoads
from rctui.worker.answers import Answer, Need
from tests.customers.made import customer, listed

if TYPE_CHECKING:
    from collections.abc import Callable

ALIASES = ListKey(Section.ALIASES)
BROKE = Failure(FailureKind.OTHER, label("The server broke."), label("Try again."), label(""))
WITH_THE_CUSTOMER = {Section.ENTITLEMENTS, Section.ATTRIBUTES}


class Asked:
    """A screen that notes what it is asked to load, and answers when it is told to."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Any, Need, Callable[[Answer[Any]], None]]] = {}
        self.changes = 0

    def load(self, part: str, read: Any, need: Need, handle: Callable[[Answer[Any]], None]) -> None:
        self.waiting[part] = (read, need, handle)

    def is_loading(self, part: str) -> bool:
        return part in self.waiting

    def changed(self) -> None:
        self.changes += 1

    def reads(self) -> list[Any]:
        return [read for read, _, _ in self.waiting.values()]

    def answer(self, part: str, value: object = None, failure: Failure | None = None) -> None:
        read, _, handle = self.waiting.pop(part)
        handle(Answer(1, "demo", read, value, failure, 42))


@pytest.fixture
def screen() -> Asked:
    return Asked()


@pytest.fixture
def loads(screen: Asked) -> CustomerLoads:
    return CustomerLoads(screen, "user_1", "user_1", screen.changed)


def page(*names: str, then: str | None = None) -> Page[Any]:
    return Page(tuple(CustomerAlias(id=name, created_at=1) for name in names), then)


def whole() -> Any:
    return customer("entl_pro", attributes=listed())


def test_one_request_for_the_customer_and_one_for_each_other_list(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(None, 0, Section.ALIASES)
    others = [section for section in Section if section not in WITH_THE_CUSTOMER]
    assert len(screen.waiting) == 1 + len(others)
    assert OpenCustomer("user_1") in screen.reads()
    assert {read.section for read in screen.reads() if isinstance(read, ListSection)} == set(others)


def test_the_header_goes_first_then_the_open_tab(screen: Asked, loads: CustomerLoads) -> None:
    loads.start(None, 0, Section.ALIASES)
    needs = {part: need for part, (_, need, _) in screen.waiting.items()}
    assert needs.pop("customer") is Need.HEADER
    assert needs.pop("aliases/both") is Need.OPEN_TAB
    assert set(needs.values()) == {Need.OTHER_TAB}


def test_what_find_has_brought_is_not_asked_for_again(screen: Asked, loads: CustomerLoads) -> None:
    loads.start(whole(), 7, None)
    assert OpenCustomer("user_1") not in screen.reads()
    assert loads.parts.as_of_ms == 7
    assert loads.parts.state(ListKey(Section.ATTRIBUTES)).phase is Phase.LOADED


def test_lists_that_the_answer_lacks_are_asked_for_apart(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(None, 0, None)
    silent = customer("entl_pro").model_copy(update={"active_entitlements": None})
    screen.answer("customer", silent)
    assert {"attributes/both", "entitlements/both"} <= set(screen.waiting)
    screen.answer("attributes/both", failure=BROKE)
    assert loads.parts.state(ListKey(Section.ATTRIBUTES)).phase is Phase.FAILED


def test_reloading_entitlements_is_reloading_the_customer(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(whole(), 7, None)
    loads.reload(ListKey(Section.ENTITLEMENTS))
    assert screen.is_loading("customer")
    assert loads.parts.state(ListKey(Section.ENTITLEMENTS)).phase is Phase.LOADING
    assert loads.parts.state(ListKey(Section.ENTITLEMENTS)).listing is not None


def test_the_next_page_is_asked_for_once_and_only_where_there_is_one(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(whole(), 0, None)
    loads.more(ALIASES)
    assert screen.waiting["aliases/both"][0].cursor is None, "nothing is there to go on from"
    screen.answer("aliases/both", page("a", then="a"))
    loads.more(ALIASES)
    first = screen.waiting["aliases/both"]
    assert first[0].cursor == "a"
    loads.more(ALIASES)
    assert screen.waiting["aliases/both"] is first
    screen.answer("aliases/both", page("b"))
    loads.more(ALIASES)
    assert not screen.is_loading("aliases/both")
    assert len(loads.parts.state(ALIASES).listing.rows) == 2  # type: ignore[union-attr]


def test_a_filtered_list_is_a_part_of_its_own(screen: Asked, loads: CustomerLoads) -> None:
    loads.start(whole(), 0, None)
    sandbox = ListKey(Section.PURCHASES, "sandbox")
    loads.ensure(sandbox)
    assert screen.waiting["purchases/sandbox"][0].environment == "sandbox"
    screen.answer("purchases/sandbox", Page(()))
    assert loads.parts.state(ListKey(Section.PURCHASES)).listing is None
    loads.ensure(sandbox)
    assert not screen.is_loading("purchases/sandbox")


def test_looking_at_a_list_asks_only_where_nobody_has_asked(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(None, 0, None)
    loads.ensure(ListKey(Section.ENTITLEMENTS))
    loads.ensure(ListKey(Section.ATTRIBUTES))
    assert not screen.is_loading("attributes/both"), "it comes with the customer"
    screen.answer("aliases/both", failure=BROKE)
    loads.ensure(ALIASES)
    assert not screen.is_loading("aliases/both"), "r tries again, and says so"
    loads.reload(ALIASES)
    assert screen.is_loading("aliases/both")


def test_a_customer_that_fails_is_said_and_every_change_is_told(
    screen: Asked, loads: CustomerLoads
) -> None:
    loads.start(None, 0, None)
    before = screen.changes
    screen.answer("customer", failure=BROKE)
    assert loads.parts.failure is BROKE
    assert screen.changes == before + 1


def test_reloading_all_keeps_what_is_there(screen: Asked, loads: CustomerLoads) -> None:
    loads.start(whole(), 7, None)
    screen.answer("aliases/both", page("a"))
    loads.reload_all(None)
    assert screen.is_loading("customer")
    assert loads.parts.customer is not None
    assert loads.parts.state(ALIASES).phase is Phase.LOADING
    assert len(loads.parts.state(ALIASES).listing.rows) == 1  # type: ignore[union-attr]
