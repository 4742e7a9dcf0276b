from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.api.models.alias import CustomerAlias
from rctui.api.page import Page
from rctui.customers.failure import Failure, FailureKind
from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.sections import Phase, Section
from rctui.customers.verdicts.access import access_verdict
from rctui.text.safe_text import label
from tests.customers.made import VIEW, customer, listed, subscription

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.customers.listing import Listing

ALIASES = ListKey(Section.ALIASES)
SUBSCRIPTIONS = ListKey(Section.SUBSCRIPTIONS)
ENTITLEMENTS = ListKey(Section.ENTITLEMENTS)
ATTRIBUTES = ListKey(Section.ATTRIBUTES)
BROKE = Failure(FailureKind.OTHER, label("The server broke."), label("Try again."), label(""))
LACKING = Failure(FailureKind.NOT_ALLOWED, label("No."), label("Ask."), label("some:read"))


def page(*names: str, then: str | None = None) -> Page[Any]:
    rows = tuple(CustomerAlias(id=name, created_at=1) for name in names)
    return Page(rows, next_cursor=then)


def ids_of(listing: Listing[Any]) -> list[str]:
    return [row.id for row in listing.rows if isinstance(row, CustomerAlias)]


def with_attributes() -> Customer:
    attribute = {"name": "$email", "value": "a@example.com", "updated_at": 1}
    return customer("entl_pro", attributes=listed(attribute))


def test_nothing_is_known_of_what_nobody_asked_for() -> None:
    parts = CustomerParts("user_1")
    assert parts.state(ALIASES).phase is Phase.NOT_LOADED
    assert parts.facts("") is None


def test_every_change_is_a_new_picture() -> None:
    before = CustomerParts("user_1")
    after = before.page(ALIASES, page("a"), 5, first=True)
    assert before.state(ALIASES).listing is None
    listing = after.state(ALIASES).listing
    assert listing is not None
    assert (len(listing.rows), listing.as_of_ms) == (1, 5)


def test_a_next_page_is_added_and_a_first_page_replaces() -> None:
    parts = CustomerParts("user_1").page(ALIASES, page("a", then="a"), 1, first=True)
    more = parts.page(ALIASES, page("b"), 2, first=False).state(ALIASES).listing
    again = parts.page(ALIASES, page("c"), 3, first=True).state(ALIASES).listing
    assert more is not None
    assert again is not None
    assert ids_of(more) == ["a", "b"]
    assert ids_of(again) == ["c"]


def test_old_rows_stay_while_new_ones_load_and_when_they_fail() -> None:
    parts = CustomerParts("user_1").page(ALIASES, page("a"), 1, first=True)
    for state in (
        parts.loading(ALIASES).state(ALIASES),
        parts.failed(ALIASES, BROKE).state(ALIASES),
        parts.failed(ALIASES, LACKING).state(ALIASES),
    ):
        assert state.listing is not None
        assert ids_of(state.listing) == ["a"]
    assert parts.failed(ALIASES, LACKING).state(ALIASES).phase is Phase.NOT_ALLOWED
    assert parts.failed(ALIASES, BROKE).state(ALIASES).phase is Phase.FAILED


def test_a_filtered_list_is_another_list_and_no_evidence() -> None:
    production = ListKey(Section.SUBSCRIPTIONS, "production")
    rows: Page[Any] = Page((subscription(),))
    parts = CustomerParts("user_1").opened(customer("entl_pro"), 1)
    facts = parts.page(production, rows, 1, first=True).facts("")
    assert facts is not None
    assert facts.subscription_rows == ()
    facts = parts.page(SUBSCRIPTIONS, rows, 1, first=True).facts("")
    assert facts is not None
    assert len(facts.subscription_rows) == 1


def test_the_customers_own_answer_fills_two_lists() -> None:
    parts = CustomerParts("user_1").opened(with_attributes(), 7)
    for key in (ENTITLEMENTS, ATTRIBUTES):
        assert parts.state(key).phase is Phase.LOADED
        assert parts.state(key).listing.as_of_ms == 7  # type: ignore[union-attr]


def test_an_answer_without_attributes_leaves_them_unknown() -> None:
    parts = CustomerParts("user_1").opened(customer("entl_pro"), 7)
    assert parts.state(ATTRIBUTES).phase is Phase.NOT_LOADED


def test_a_customer_that_fails_takes_its_own_lists_along_and_keeps_their_rows() -> None:
    parts = CustomerParts("user_1").opened(with_attributes(), 7).customer_failed(BROKE)
    assert parts.failure is BROKE
    assert parts.customer is not None
    assert parts.state(ENTITLEMENTS).phase is Phase.FAILED
    assert parts.state(ENTITLEMENTS).listing is not None
    assert parts.opened(with_attributes(), 8).failure is None


def test_every_loaded_entitlement_counts_not_the_first_page_alone() -> None:
    first = customer("entl_pro")
    assert first.active_entitlements is not None
    rows = first.active_entitlements.items
    other = customer("entl_plus").active_entitlements
    assert other is not None
    cut = first.model_copy(update={"active_entitlements": Page(rows, next_cursor="entl_pro")})
    parts = CustomerParts("user_1").opened(cut, 1)
    before, after = parts.facts(""), parts.page(ENTITLEMENTS, other, 2, first=False).facts("")
    assert before is not None
    assert after is not None
    assert "more" in access_verdict(before.customer, VIEW).sentence.plain
    told = access_verdict(after.customer, VIEW).sentence.plain
    assert "plus" in told
    assert "more" not in told
    assert after.customer.raw == cut.raw


def test_entitlements_that_only_their_own_list_tells_are_used() -> None:
    silent = customer("entl_pro").model_copy(update={"active_entitlements": None})
    parts = CustomerParts("user_1").opened(silent, 1)
    listed_apart = customer("entl_pro").active_entitlements
    assert listed_apart is not None
    facts = parts.page(ENTITLEMENTS, listed_apart, 2, first=True).facts("")
    assert facts is not None
    assert access_verdict(facts.customer, VIEW).rule == "active"


def test_a_list_is_lacking_until_it_has_come_once() -> None:
    asked = CustomerParts("user_1").loading(SUBSCRIPTIONS)
    assert asked.lacks(Section.SUBSCRIPTIONS, Section.PURCHASES)
    assert not asked.lacks(Section.PURCHASES), "nobody has asked for it"
    came = asked.page(SUBSCRIPTIONS, Page((), None), 1, first=True)
    assert not came.loading(SUBSCRIPTIONS).lacks(Section.SUBSCRIPTIONS), "the old rows are there"
    unfiltered = CustomerParts("user_1").loading(ListKey(Section.SUBSCRIPTIONS, "production"))
    assert not unfiltered.lacks(Section.SUBSCRIPTIONS)
