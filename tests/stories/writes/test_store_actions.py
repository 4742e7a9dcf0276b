"""Cancel and refund at a store, from the row under the cursor: the same door as every write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import refused
from rctui.demo.problems import store_failed
from rctui.journal.states import Step
from rctui.tui.screens.pick import PickScreen
from rctui.tui.screens.text import TextScreen
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from tests.stories.program import Operator


@dataclass(frozen=True)
class Deed:
    """One action on one row, from the customer's screen on."""

    name: str
    operation: str
    customer: str
    store: str
    tab: str
    command: str
    review: tuple[str, ...]
    seen: str


DEEDS = (
    Deed(
        "cancel",
        "cancel_subscription",
        "alias_soup",
        "rc_billing",
        "2",
        "cancel-subscription",
        ("renewal of", "Will renew → Will not renew", "(unchanged)", "can't be taken back here"),
        "It will not renew; access until",
    ),
    Deed(
        "refund a subscription",
        "refund_subscription",
        "alias_soup",
        "rc_billing",
        "2",
        "refund",
        ("paid → refunded", "→ none", "access by it at once", "Nothing else that is loaded"),
        "It has ended: Expired",
    ),
    Deed(
        "refund a payment",
        "refund_transaction",
        "user_42",
        "play_store",
        "2",
        "refund",
        ("payment GPA.", "paid → refunded", "neither cancelled nor revoked"),
        "The API doesn't show whether a payment was refunded",
    ),
    Deed(
        "refund a purchase",
        "refund_purchase",
        "every_store",
        "rc_billing",
        "3",
        "refund",
        ("Owned → Refunded", "what the purchase gives ends"),
        "The purchase is refunded.",
    ),
)


async def on_row(operator: Operator, tab: str, store: str) -> None:
    """Open a tab and put the cursor on the first row of a store."""
    await operator.press(tab)
    await operator.settles()
    table = operator.customer.section.table
    places = [place for place, row in enumerate(table.rows) if getattr(row, "store", "") == store]
    await operator.press("home", *["j"] * places[0])
    assert operator.row.store == store


async def begin(operator: Operator, deed: Deed) -> None:
    """Run the action as the list of actions does, and go up to the review."""
    await on_row(operator, deed.tab, deed.store)
    await operator.customer.run_action(f"screen.{deed.command.replace('-', '_')}")
    if deed.operation == "refund_transaction":
        await operator.sees("Refund which payment?")
        assert isinstance(operator.app.screen, PickScreen)
        await operator.press("enter")
    await operator.sees("at the end to a review")
    await operator.type("T-9")
    await operator.press("enter")
    await operator.sees("Type the App User ID")


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
async def test_nothing_is_sent_before_the_last_key_and_one_write_after_it(deed: Deed) -> None:
    desk = Desk()
    async with desk.program(deed.customer, size=(120, 40)) as operator:
        await begin(operator, deed)
        review = await operator.sees("Skylark Demo", deed.customer, "T-9", *deed.review)
        assert "not known" not in review
        await operator.press("y", "backspace", *deed.customer, "enter")
        await operator.sees("y  Run it in Skylark Demo")
        assert desk.writes == []
        assert desk.states == []
        await operator.press("y")
        await operator.is_told("APPLIED: ")
        assert any(deed.seen in notice for notice in operator.said), operator.said
        await operator.settles()
        await operator.press("Z")
        await operator.is_told("Neither a cancellation nor a refund can be taken back")
    (sent,) = desk.writes
    assert (sent.operation, sent.applied, sent.body) == (deed.operation, True, b"")
    (operation,) = desk.operations
    steps = [entry.step for entry in operation.entries]
    assert steps == [Step.ATTEMPTED, Step.APPLIED, Step.CHECKED]
    assert operation.first.customer_id == deed.customer
    assert operation.first.ticket == "T-9"
    assert deed.seen in operation.evidence


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
async def test_a_read_only_project_refuses(deed: Deed) -> None:
    desk = Desk(read_only=True)
    async with desk.program(deed.customer, size=(120, 40)) as operator:
        await on_row(operator, deed.tab, deed.store)
        for action in ("cancel_subscription", "refund", "management_link"):
            await operator.customer.run_action(f"screen.{action}")
            await operator.is_told("This project is READ-ONLY")
    asked = [one.operation for one in desk.server.state.received]
    assert {"list_transactions", "management_link"}.isdisjoint(asked)
    assert desk.writes == []


@pytest.mark.parametrize(
    ("tab", "store", "command", "says"),
    [
        (
            "2",
            "app_store",
            "cancel_subscription",
            "Only Web Billing subscriptions can be cancelled here: this one is App Store; the"
            " customer cancels in their Apple account.",
        ),
        ("2", "play_store", "cancel_subscription", "you in the Play Console"),
        ("2", "app_store", "refund", "this one is App Store; Apple alone refunds"),
        ("2", "stripe", "refund", "refund it in Stripe's dashboard"),
        ("3", "play_store", "refund", "refund it in the Play Console"),
        ("3", "rc_billing", "cancel_subscription", "Put the cursor on a subscription first"),
        ("2", "stripe", "management_link", "Only Web Billing has management links"),
    ],
)
async def test_elsewhere_it_is_said_why_it_is_not_possible(
    tab: str, store: str, command: str, says: str
) -> None:
    desk = Desk()
    async with desk.program("every_store", size=(200, 60)) as operator:
        await on_row(operator, tab, store)
        await operator.customer.run_action(f"screen.{command}")
        await operator.is_told(says)
        await operator.press("a")
        await operator.sees("What can be done here")
        await operator.press("escape")
        assert not operator.app.screen.is_modal
    assert desk.writes == []


async def test_what_the_store_refuses_is_said_in_its_words() -> None:
    desk = Desk()
    desk.faults.add(refused(store_failed("Google did not answer.")), operation="refund_transaction")
    deed = DEEDS[2]
    async with desk.program(deed.customer, size=(120, 40)) as operator:
        await begin(operator, deed)
        await operator.press(*deed.customer, "enter")
        await operator.sees("y  Run it in Skylark Demo")
        await operator.press("y")
        await operator.sees("REFUSED", "Google did not answer.")
    assert len(desk.writes) == 1
    assert desk.states == ["refused"]


async def test_a_row_that_changed_meanwhile_is_shown_anew() -> None:
    desk = Desk()
    deed = DEEDS[1]
    async with desk.program(deed.customer, size=(120, 40)) as operator:
        await begin(operator, deed)
        customer = desk.world.to_change(deed.customer)
        assert customer is not None
        customer.subscriptions[0] = customer.subscriptions[0]._replace(status="in_grace_period")
        await operator.press(*deed.customer, "enter")
        await operator.sees("y  Run it in Skylark Demo")
        await operator.press("y")
        await operator.sees("NOT SENT: the customer is no longer as the review showed")
    assert desk.writes == []


async def test_the_management_link_is_shown_once_and_kept_nowhere() -> None:
    desk = Desk()
    opening = desk.opening
    async with desk.program("alias_soup", size=(120, 40)) as operator:
        await on_row(operator, "2", "rc_billing")
        await operator.customer.run_action("screen.management_link")
        shown = await operator.sees("portal?token=", "kept nowhere")
        assert isinstance(operator.app.screen, TextScreen)
        token = shown.partition("token=")[2].split()[0]
        assert not any(token in notice for notice in operator.said)
        await operator.press("q")
        await operator.waits(lambda _: operator.is_on("alias_soup"), "the customer")
        await operator.press("exclamation_mark")
        listed = await operator.sees("ated_management_url")
        assert token not in listed
        activity = operator.app.session.activity  # type: ignore[attr-defined]
        assert token not in repr(activity.newest_first())
    assert desk.operations == ()
    assert opening.project.key == "demo"
    asked = [one.operation for one in desk.server.state.received]
    assert asked.count("management_link") == 1
