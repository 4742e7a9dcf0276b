from __future__ import annotations

from dataclasses import replace

from rctui.customers.changes.every_change import RevokeEntitlement
from rctui.customers.verdicts.own_grant import OwnGrant
from rctui.tui.dialogs.revoke import RevokeForm
from tests.customers.made import (
    LOADING,
    NOW,
    VIEW,
    customer,
    day,
    facts,
    grant,
    purchase,
    subscription,
)
from tests.tui.dialogs.asked import made, refused, said


def form(*rows: object, active: tuple[str, ...] = ("entl_pro",)) -> RevokeForm:
    known = facts(customer(*active), rows)
    return RevokeForm(customer_id="user_1", view=VIEW, facts=known)


def test_only_what_is_granted_is_a_choice_and_filled_in() -> None:
    plus = subscription("sub2", entitlements={"object": "list", "items": [{"id": "entl_plus"}]})
    question = form(grant(), plus).questions[0]
    assert [choice.value for choice in question.choices] == ["pro"]
    assert question.start == "pro"


def test_an_own_grant_that_is_not_listed_yet_is_a_choice_too() -> None:
    ours = OwnGrant("entl_plus", day(9), NOW)
    known = replace(facts(customer("entl_pro", "entl_plus"), (grant(),)), own_grants=(ours,))
    asked = RevokeForm(customer_id="user_1", view=VIEW, facts=known)
    assert [choice.value for choice in asked.questions[0].choices] == ["pro", "plus"]
    over = replace(asked, facts=replace(known, own_grants=(replace(ours, expires_at_ms=NOW),)))
    assert [choice.value for choice in over.questions[0].choices] == ["pro"]


def test_what_remains_is_said() -> None:
    both = form(grant(), subscription())
    assert made(both, RevokeEntitlement, entitlement="pro").entitlement_id == "entl_pro"
    assert "pro stays active by Play Store pro_monthly." in said(both, entitlement="pro")
    assert "No access to pro remains." in said(form(grant()), entitlement="pro")


def test_what_was_bought_can_not_be_revoked() -> None:
    words = refused(form(subscription()), "entitlement", entitlement="pro")
    assert "No grant is active: pro runs until 12 Dec 2026 by Play Store pro_monthly." in words
    assert refused(form(active=()), "entitlement", entitlement="pro")


def test_access_that_nothing_explains_may_be_a_grant_not_listed_yet() -> None:
    assert made(form(), RevokeEntitlement, entitlement="pro").entitlement_id == "entl_pro"
    assert "No grant of pro is listed." in said(form(), entitlement="pro")


def test_where_not_all_is_loaded_nothing_is_said_to_be_absent() -> None:
    for known in (None, facts(customer(), LOADING, (purchase(),))):
        loading = RevokeForm(customer_id="user_1", view=VIEW, facts=known)
        made(loading, RevokeEntitlement, entitlement="pro")


def test_nothing_typed_is_refused() -> None:
    assert refused(form(grant()), "entitlement")
