from __future__ import annotations

from rctui.customers.sections import Section
from rctui.customers.timeline import timeline, timeline_gaps
from rctui.customers.verdicts.facts import Facts
from tests.customers.made import (
    VIEW,
    alias,
    attribute,
    customer,
    day,
    ended,
    grant,
    invoice,
    listed,
    loaded,
    purchase,
    refused,
    subscription,
)

WHO = customer("entl_pro", first_seen_at=day(-200), last_seen_at=day(-1))


def whats(facts: Facts) -> list[str]:
    return [event.what.plain for event in timeline(facts, VIEW)]


def test_everything_with_a_date_is_there_and_the_newest_comes_first() -> None:
    facts = Facts(
        WHO,
        "user_1",
        subscriptions=loaded(subscription()),
        purchases=loaded(purchase()),
        aliases=loaded(alias("user_1"), alias("$RCAnonymousID:a"), alias("other", -60)),
        attributes=loaded(attribute("$email", "a@x.example"), attribute("old", None)),
        invoices=loaded(invoice()),
    )
    assert whats(facts) == [
        "Period ends (Will renew): Play Store pro_monthly",
        "Last seen",
        "Attribute set: $email",
        "Attribute cleared: old",
        "Invoice paid: EUR 29.00",
        "Invoice issued: EUR 29.00",
        "Current period started: Play Store pro_monthly",
        "Bought: App Store prod_lifetime",
        "Anonymous alias added: $RCAnonymousID:a",
        "Alias added: other",
        "Started: Play Store pro_monthly",
        "First seen",
    ]
    assert timeline_gaps(facts, VIEW) == ()


def test_an_event_names_the_row_it_comes_from() -> None:
    facts = Facts(WHO, "user_1", subscriptions=loaded(subscription("s9", environment="sandbox")))
    event = timeline(facts, VIEW)[0]
    assert (event.section, event.row_id) == (Section.SUBSCRIPTIONS, "s9")
    assert event.environment == "sandbox"


def test_ends_are_told_by_what_they_are() -> None:
    rows = {
        "Ended: Play Store pro_monthly": ended(),
        "Ends: Play Store pro_monthly": subscription(auto_renewal_status="will_not_renew"),
        "Period ended: Play Store pro_monthly": ended(status="in_billing_retry"),
        "Ends: grant of pro": grant(),
        "Granted pro": grant(until=None),
    }
    for words, row in rows.items():
        assert words in whats(Facts(WHO, "user_1", subscriptions=loaded(row)))


def test_a_first_period_is_the_start_and_no_event_of_its_own() -> None:
    row = subscription(starts_at=day(-21))
    shown = whats(Facts(WHO, "user_1", subscriptions=loaded(row)))
    assert not any(words.startswith("Current period started") for words in shown)


def test_a_refund_has_no_date_and_is_told_with_the_purchase() -> None:
    facts = Facts(WHO, "user_1", purchases=loaded(purchase(status="refunded")))
    assert "Bought: App Store prod_lifetime (refunded since)" in whats(facts)


def test_attributes_that_came_with_the_customer_count() -> None:
    body = listed({"name": "$email", "value": "a", "updated_at": day(-3)})
    facts = Facts(customer(attributes=body), "user_1")
    assert "Attribute set: $email" in whats(facts)
    assert not any("attributes" in gap.plain for gap in timeline_gaps(facts, VIEW))


def test_what_is_not_loaded_is_said() -> None:
    facts = Facts(WHO, "user_1", purchases=refused(), aliases=loaded(more=True))
    assert [gap.plain for gap in timeline_gaps(facts, VIEW)] == [
        "subscriptions not loaded",
        "purchases not readable (needs customer_information:purchases:read)",
        "aliases: 0 loaded, more",
        "attributes not loaded",
        "invoices not loaded",
    ]


def test_undated_rows_are_left_out() -> None:
    bare = subscription(starts_at=None, current_period_starts_at=None, ends_at=None)
    bare = bare.model_copy(update={"current_period_ends_at": None})
    facts = Facts(customer(), "user_1", subscriptions=loaded(bare))
    assert timeline(facts, VIEW) == ()
