"""Whatever is loaded, and however badly: no crash, and no absence that was not read."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rctui.api.page import Unreadable
from rctui.customers.profile import profile_fields
from rctui.customers.timeline import timeline
from rctui.customers.verdicts.facts import Facts
from rctui.customers.verdicts.reasons import also, explain
from tests.customers.made import (
    LOADING,
    NOT_LOADED,
    VIEW,
    alias,
    balance,
    customer,
    entitlements,
    failed,
    failure,
    loaded,
    purchase,
    refused,
    subscription,
)

CLAIMS_OF_ABSENCE = {
    "nothing-bought",
    "no-source",
    "sandbox-only",
    "bought-nothing-lasting",
    "unexplained",
}

times = st.none() | st.integers(-(2**63), 2**63)
attached = st.sampled_from([None, entitlements(), entitlements("entl_pro"), 5])
statuses = ["active", "expired", "paused", "in_billing_retry", "in_grace_period", "odd", None]
renewals = ["will_renew", "will_not_renew", "will_change_product", "odd", None]
stores = ["play_store", "promotional", "test_store", "odd", None]
subscriptions = st.builds(
    subscription,
    st.sampled_from(["s1", "s2", "s3"]),
    status=st.sampled_from(statuses),
    auto_renewal_status=st.sampled_from(renewals),
    store=st.sampled_from(stores),
    gives_access=st.none() | st.booleans(),
    environment=st.sampled_from(["production", "sandbox", None]),
    entitlements=attached,
    current_period_ends_at=times,
    ends_at=times,
    starts_at=times,
)
purchases = st.builds(
    purchase,
    st.sampled_from(["p1", "p2"]),
    status=st.sampled_from(["owned", "refunded", None]),
    environment=st.sampled_from(["production", "sandbox", None]),
    entitlements=attached,
    purchased_at=times,
)


def states(rows: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(rows | st.just(Unreadable("odd", {})), max_size=3)
    listed = st.builds(lambda found, more: loaded(*found, more=more), some, st.booleans())
    old = listed.map(lambda state: state.failed(failure()))
    return listed | old | st.sampled_from([NOT_LOADED, LOADING, refused(), failed()])


cases = st.builds(
    Facts,
    st.sampled_from(
        [
            customer(),
            customer("entl_pro"),
            customer("entl_pro", "entl_plus", until=None),
            customer("entl_pro", until=-3),
            customer(active_entitlements=None),
            customer(active_entitlements=5),
        ]
    ),
    st.sampled_from(["user_1", "null"]),
    subscriptions=states(subscriptions),
    purchases=states(purchases),
    aliases=states(st.builds(alias, st.sampled_from(["user_1", "$RCAnonymousID:a", "x"]))),
    currencies=states(st.builds(balance, st.just("GLD"), st.none() | st.integers())),
)


@given(cases)
@settings(max_examples=300)
def test_absence_is_only_claimed_when_everything_has_been_read(case: Facts) -> None:
    verdict = explain(case, VIEW)
    assert verdict.sentence.plain
    assert verdict.rule not in CLAIMS_OF_ABSENCE or case.paid_for_is_whole
    assert all(one.sentence.plain for one in also(case, VIEW))


@given(cases)
def test_what_is_missing_is_said_exactly_where_something_is(case: Facts) -> None:
    assert (case.missing() == ()) == case.paid_for_is_whole


@given(cases)
def test_profile_and_timeline_take_whatever_there_is(case: Facts) -> None:
    assert all(field.name.plain and field.value.plain for field in profile_fields(case, VIEW))
    events = timeline(case, VIEW)
    assert list(events) == sorted(events, key=lambda event: -event.at_ms)
