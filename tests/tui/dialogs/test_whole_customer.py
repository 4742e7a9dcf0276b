from __future__ import annotations

from rctui.customers.changes.every_change import (
    BlockCustomer,
    CreateCustomer,
    DeleteCustomer,
    UnblockCustomer,
)
from rctui.tui.dialogs.block import BlockForm, UnblockForm
from rctui.tui.dialogs.create import CreateForm
from rctui.tui.dialogs.delete import DeleteForm
from tests.customers.made import VIEW, customer, facts, subscription
from tests.tui.dialogs.asked import made, refused, said

PAYING = facts(customer("entl_pro"), (subscription(store="app_store"),))
CREATE = CreateForm(view=VIEW, customer_id="ann@example.com")


def test_a_customer_is_created_with_attributes() -> None:
    change = made(CREATE, CreateCustomer, customer="user_9", attributes="$email=a@example.com")
    assert change.customer_id == "user_9"
    assert change.attributes == (("$email", "a@example.com"),)
    assert '$email: "a@example.com"' in said(
        CREATE, customer="user_9", attributes="$email=a@example.com"
    )
    assert made(CREATE, CreateCustomer, customer="user_9").attributes == ()


def test_the_id_starts_with_what_was_looked_for_and_only_ids_that_can_be_made_are_taken() -> None:
    assert CREATE.questions[0].start == "ann@example.com"
    for id_ in ("", "ann@example.com", "a b", "a/b", "ü"):
        assert refused(CREATE, "customer", customer=id_)


def test_a_new_customer_has_nothing_to_delete() -> None:
    assert refused(CREATE, "attributes", customer="user_9", attributes="a=")
    assert refused(CREATE, "attributes", customer="user_9", attributes="$no=x")
    assert refused(CREATE, "attributes", customer="user_9", attributes="a=1; a=2")


def test_a_deletion_asks_nothing_and_says_who_keeps_billing() -> None:
    form = DeleteForm(customer_id="user_1", view=VIEW, facts=PAYING)
    assert list(form.questions) == []
    assert made(form, DeleteCustomer).customer_id == "user_1"
    assert "Goes on billing the customer: App Store pro_monthly." in said(form)
    assert form.intent({}).consequences[0].plain.startswith("RevenueCat erases the customer")


def test_a_block_says_that_it_deletes_and_how_many_there_are() -> None:
    form = BlockForm(customer_id="user_1", view=VIEW, facts=PAYING, blocked_count=97)
    assert made(form, BlockCustomer).customer_id == "user_1"
    assert form.intent({}).consequences[0].plain.startswith("There is no way back")
    assert "97 of 100 are blocked now." in said(form)
    full = BlockForm(customer_id="user_1", view=VIEW, blocked_count=100)
    assert "100 are blocked: no more are taken." in said(full)


def test_an_id_that_can_not_be_blocked_is_refused_at_once() -> None:
    for id_ in ("a b", "a/b"):
        form = BlockForm(customer_id=id_, view=VIEW, facts=PAYING)
        assert refused(form, "customer")
    assert "can't be blocked" in said(BlockForm(customer_id="a b", view=VIEW))


def test_an_unblock_says_that_nothing_comes_back() -> None:
    form = UnblockForm(customer_id="user_1", view=VIEW)
    assert made(form, UnblockCustomer).customer_id == "user_1"
    assert "empty customer" in said(form)
