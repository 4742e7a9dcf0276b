from __future__ import annotations

from dataclasses import replace

from rctui.customers.changes.every_change import Transfer
from rctui.customers.names import Names
from rctui.tui.dialogs.transfer import TransferForm
from tests.customers.made import VIEW, alias, customer, facts, purchase, subscription
from tests.tui.dialogs.asked import made, refused, said

NAMES = Names({"app1": "Lark iOS", "app2": "Lark Android", "entl_pro": "pro"})
FORM = TransferForm(
    customer_id="user_1",
    view=replace(VIEW, names=NAMES),
    facts=facts(
        customer("entl_pro"), (subscription(),), (purchase(),),
        aliases=(alias("user_1"), alias("caf\u00e9")), asked="looked_up",
    ),
)  # fmt: skip
OTHER = facts(customer(id="user_2"), aliases=(alias("user_2"), alias("two")))


def beside(form: TransferForm, **answers: str) -> str:
    """Both columns as text."""
    columns = form.beside(answers)
    assert columns is not None
    lines = [line for column in columns for line in column]
    return "\n".join((line[0] if isinstance(line, tuple) else line).plain for line in lines)


def test_everything_goes_to_the_target() -> None:
    change = made(FORM, Transfer, target=" user_2 ")
    assert (change.target_customer_id, change.app_ids) == ("user_2", ())


def test_apps_are_named_or_typed_as_ids() -> None:
    change = made(FORM, Transfer, target="user_2", apps="lark ios, app2, app9, app2")
    assert change.app_ids == ("app1", "app2", "app9")
    assert refused(FORM, "apps", target="user_2", apps="no such app!")
    values = [choice.value for choice in FORM.questions[1].choices]
    assert values == ["Lark iOS", "Lark Android"]


def test_the_customer_is_no_target_by_whatever_id() -> None:
    for same in ("user_1", "caf\u00e9", "cafe\u0301", "looked_up"):
        assert "same customer" in refused(FORM, "target", target=same)
    words = refused(FORM, "target", target="looked_up")
    assert "'looked_up'" in words
    assert "'user_1'" in words


def test_a_target_that_is_missing_or_impossible_is_refused() -> None:
    assert refused(FORM, "target")
    assert refused(FORM, "target", target="blocked_customers")


def test_the_preview_says_what_moves_and_what_stays() -> None:
    words = beside(FORM, target="user_2")
    assert "What moves\nPlay Store PROD: 1 subscription." in words
    assert "Never moves:" in words
    assert "Play Store PROD: 1 subscription." not in said(FORM, target="user_2")
    assert "May bounce back" in said(FORM, target="user_2")
    intent = FORM.intent({"target": "user_2"})
    assert any(line.plain.startswith("Moves: Play Store PROD") for line in intent.consequences)


def test_the_state_of_a_loaded_target_is_said() -> None:
    form = replace(FORM, target=OTHER)
    assert form.questions[0].start == "user_2"
    words = beside(form, target="two")
    assert "The target now\nuser_2." in words
    assert "user_2." not in beside(form, target="user_2"), "it was just named"
    assert "The target has no active entitlement." in words
    assert "The target has no subscription or purchase." in words
    assert "looked up before it is sent" in beside(form, target="user_3")
    assert "looked up before it is sent" in beside(FORM, target="user_2")
