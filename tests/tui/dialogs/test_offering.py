from __future__ import annotations

from dataclasses import replace

from rctui.customers.changes.every_change import AssignOffering
from rctui.customers.names import Names
from rctui.tui.dialogs.offering import OfferingForm
from tests.customers.made import VIEW
from tests.tui.dialogs.asked import made, refused, said

NAMES = Names({"ofrng1": "spring", "offrng2": "summer", "entl1": "pro", "old": "autumn"})
FORM = OfferingForm(customer_id="user_1", view=replace(VIEW, names=NAMES))


def test_the_choices_are_the_offerings_and_none() -> None:
    form = replace(FORM, known_offerings=("old",))
    values = [choice.value for choice in form.questions[0].choices]
    assert values == ["autumn", "spring", "summer", "none"]


def test_an_offering_is_named_or_typed_as_an_id() -> None:
    assert made(FORM, AssignOffering, offering="spring").offering_id == "ofrng1"
    assert made(FORM, AssignOffering, offering="ofrng9").offering_id == "ofrng9"
    assert "no lookup keys" in said(FORM, offering="default")
    assert "no lookup keys" not in said(FORM, offering="ofrng9")


def test_nothing_or_none_clears() -> None:
    for typed in ("", "none", " None "):
        assert made(FORM, AssignOffering, offering=typed).offering_id is None
    assert "current offering again" in said(FORM)


def test_the_present_override_is_said_to_be_unknown() -> None:
    assert "can't read an override" in said(FORM, offering="spring")


def test_what_can_be_no_id_is_refused() -> None:
    assert refused(FORM, "offering", offering="two words")
