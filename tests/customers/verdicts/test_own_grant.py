from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.customers.entitlement_fields import giving_fields
from rctui.customers.verdicts.own_grant import OwnGrant
from rctui.customers.verdicts.reasons import explain
from tests.customers.made import (
    DAY,
    NOW,
    VIEW,
    customer,
    day,
    facts,
    loaded,
    refused,
    subscription,
)

if TYPE_CHECKING:
    from rctui.customers.verdicts.facts import Facts

OURS = OwnGrant("entl_pro", day(9), NOW)


def known(*grants: OwnGrant, **changes: object) -> Facts:
    return replace(facts(customer("entl_pro")), own_grants=grants, **changes)  # type: ignore[arg-type]


def told(about: Facts) -> dict[str, str]:
    active = about.customer.active_entitlements
    assert active is not None
    found = giving_fields(active.records[0], VIEW, about)
    return {field.name.plain: field.value.plain for field in found}


def test_access_that_no_row_gives_yet_is_said_to_be_our_own_grant() -> None:
    verdict = explain(known(OURS), VIEW)
    assert verdict.rule == "own-grant"
    assert verdict.sentence.plain == "Has pro until 12 Dec 2026, granted."
    assert "own journal: pro was granted by you 00:00 and is not listed yet" in [
        one.plain for one in verdict.evidence
    ]
    assert "listed minutes late" in verdict.next_step.plain


def test_our_grant_is_named_even_where_not_every_row_is_loaded() -> None:
    verdict = explain(known(OURS, purchases=refused()), VIEW)
    assert verdict.sentence.plain == "Has pro until 12 Dec 2026, granted."


def test_a_grant_that_ends_at_another_moment_is_not_what_gives_access() -> None:
    other = replace(OURS, expires_at_ms=day(9) + 1)
    assert explain(known(other), VIEW).rule == "no-source"
    assert told(known(other)) == {"given by": "nothing on record"}


def test_a_row_that_gives_access_is_believed_before_our_own_journal() -> None:
    listed = known(OURS, subscriptions=loaded(subscription()))
    assert explain(listed, VIEW).rule == "renews"
    assert not any("own journal" in one.plain for one in explain(listed, VIEW).evidence)
    assert told(listed)["given by"].startswith("subscription sub1: PROD Play Store pro_monthly")


def test_our_grant_is_evidence_beside_what_another_entitlement_has() -> None:
    both = replace(
        facts(customer("entl_pro", "entl_plus"), (subscription(),)),
        own_grants=(OwnGrant("entl_plus", day(9), NOW - DAY),),
    )
    evidence = [one.plain for one in explain(both, VIEW).evidence]
    assert (
        "own journal: plus was granted by you 2 Dec 2026, 00:00 and is not listed yet" in evidence
    )


def test_the_row_in_full_says_who_granted_it_and_why_nothing_tells_the_environment() -> None:
    fields = told(known(OURS))
    assert fields["given by"].startswith("your own grant, 00:00; RevenueCat lists")
    assert "counts as production" in fields["environment"]


def test_what_was_not_read_is_not_called_absent() -> None:
    assert "not known: " in told(known(purchases=refused()))["given by"]
