"""What happens to a name that nobody knows, by whether all names are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rctui.config.learned_names import LearnedNames, NamesCache
from rctui.customers.changes.every_change import AssignOffering, GrantEntitlement
from rctui.tui.dialogs.grant import GrantForm
from rctui.tui.dialogs.offering import OfferingForm
from rctui.tui.dialogs.revoke import RevokeForm
from rctui.wiring.learned import names_of
from tests.customers.made import VIEW, facts
from tests.tui.dialogs.asked import made, refused

NAMES = {"entl1": "pro", "entl2": "plus", "entl3": "team", "ofrng1": "spring", "ofrng2": "summer"}
READ_AT_MS = 1_700_000_000_000


def known(learned: LearnedNames) -> GrantForm:
    cache = NamesCache()
    cache.keep("https://api", "proj1", learned)
    names = names_of(cache, {}, "https://api", "proj1")
    return GrantForm(customer_id="user_1", view=replace(VIEW, names=names), facts=facts())


ALL = known(LearnedNames(NAMES, at_ms=READ_AT_MS))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("p", "No entitlement 'p'. pro, plus? down takes one."),
        ("PRO1", "No entitlement 'PRO1'. pro? down takes one."),
        ("xyz", "No entitlement 'xyz'. There are pro, plus, team: down takes one."),
    ],
)
def test_a_name_that_is_not_known_is_refused_with_those_that_come_near(
    typed: str, words: str
) -> None:
    assert refused(ALL, "entitlement", entitlement=typed, end="7") == words


def test_a_revoke_and_an_offering_are_refused_alike() -> None:
    revoke = RevokeForm(customer_id="user_1", view=ALL.view)
    assert "No entitlement 'p'." in refused(revoke, "entitlement", entitlement="p")
    offering = OfferingForm(customer_id="user_1", view=ALL.view)
    words = refused(offering, "offering", offering="sp")
    assert words == "No offering 'sp'. spring? down takes one."
    assert made(offering, AssignOffering, offering="ofrng9").offering_id == "ofrng9"


def test_what_looks_like_an_id_may_be_younger_than_the_catalogue() -> None:
    assert made(ALL, GrantEntitlement, entitlement="entl9", end="7").entitlement_id == "entl9"


@pytest.mark.parametrize(
    "learned",
    [
        LearnedNames(NAMES),
        LearnedNames(NAMES, at_ms=READ_AT_MS, needs=("project_configuration:offerings:read",)),
        LearnedNames({f"entl{n}": f"name{n}" for n in range(500)}, at_ms=READ_AT_MS),
    ],
    ids=["not read", "not allowed", "more than can be read"],
)
def test_where_not_all_are_known_a_name_is_taken_as_an_id(learned: LearnedNames) -> None:
    form = known(learned)
    assert made(form, GrantEntitlement, entitlement="p", end="7").entitlement_id == "p"
