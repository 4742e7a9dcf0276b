from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import SetAttributes
from rctui.tui.dialogs.attributes import AttributesForm
from tests.customers.made import VIEW, attribute, facts
from tests.tui.dialogs.asked import made, refused, said

if TYPE_CHECKING:
    from rctui.customers.verdicts.facts import Facts

KNOWN = facts(
    attributes=(
        attribute("$email", "old@example.com"),
        attribute("level", "3"),
        attribute("cleared", None),
        attribute("odd", "a\x1b[31mb"),
    )
)


def form(known: Facts | None = KNOWN) -> AttributesForm:
    return AttributesForm(customer_id="user_1", view=VIEW, facts=known)


def test_several_are_set_and_deleted_at_once() -> None:
    change = made(form(), SetAttributes, attributes='$email=new@example.com; note="a; b"; level=')
    assert change.attributes == (
        ("$email", "new@example.com"), ("note", "a; b"), ("level", None),
    )  # fmt: skip


def test_each_old_value_stands_beside_the_new_one() -> None:
    words = said(form(), attributes="$email=new@example.com; note=x; level=; cleared=y")
    assert '$email: "old@example.com" → "new@example.com"' in words
    assert 'note: not set → "x"' in words
    assert 'level: "3" → deleted' in words
    assert 'cleared: not set → "y"' in words
    assert 'note: not loaded → "x"' in said(form(None), attributes="note=x")


def test_what_changes_nothing_is_refused_where_that_is_known() -> None:
    assert refused(form(), "attributes", attributes="level=3")
    assert refused(form(), "attributes", attributes="level=3; nowhere=")
    made(form(), SetAttributes, attributes="level=3; note=x")
    assert "level: as it is" in said(form(), attributes="level=3; note=x")
    made(form(None), SetAttributes, attributes="level=3")
    made(form(None), SetAttributes, attributes="gone=")


def test_the_choices_can_be_edited_and_never_delete() -> None:
    values = [choice.value for choice in form().questions[0].choices]
    assert values[:2] == ["$email=old@example.com", "$displayName"]
    assert values[-3:] == ["level=3", "cleared", "odd"]
    for value in ("$displayName", "cleared", "odd"):
        assert "has no value" in refused(form(), "attributes", attributes=value)


def test_the_rules_of_names_and_values_point_at_the_field() -> None:
    assert refused(form(), "attributes")
    assert refused(form(), "attributes", attributes="$mail=x")
    assert refused(form(), "attributes", attributes="1a=x")
    assert refused(form(), "attributes", attributes=f"{'a' * 41}=x")
    made(form(), SetAttributes, attributes=f"{'a' * 40}={'x' * 500}")
    assert refused(form(), "attributes", attributes=f"a={'x' * 501}")
    assert refused(form(), "attributes", attributes="a=1; a=2")
    many = "; ".join(f"a{n}=1" for n in range(51))
    assert "51 attributes" in refused(form(), "attributes", attributes=many)


def test_values_that_stay_for_ever_are_named() -> None:
    assert "Can't be changed once set" in said(form(), attributes="$ip=1.1.1.1")
