from __future__ import annotations

from dataclasses import replace

from rctui.customers.changes.every_change import GrantEntitlement
from rctui.customers.names import Names
from rctui.tui.dialogs.grant import GrantForm
from tests.customers.made import VIEW, customer, day, facts, grant, subscription
from tests.tui.dialogs.asked import made, refused, said

FORM = GrantForm(customer_id="user_1", view=VIEW, facts=facts())
SUBSCRIBED = replace(FORM, facts=facts(customer("entl_pro"), (subscription(),)))


def test_the_choices_are_what_is_active_seen_configured_or_known() -> None:
    form = replace(SUBSCRIBED, known_entitlements=("gold", "entl_pro"))
    entitlement, end = form.questions
    assert [choice.value for choice in entitlement.choices] == ["pro", "gold", "plus"]
    assert entitlement.choices[0].name.plain == "entl_pro"
    assert entitlement.start == ""
    assert [choice.value for choice in end.choices][:3] == ["1", "3", "7"]


def test_the_only_entitlement_is_filled_in() -> None:
    view = replace(VIEW, names=Names({"entl_pro": "pro", "prod_month": "pro_monthly"}))
    assert replace(FORM, view=view).questions[0].start == "pro"


def test_an_entitlement_is_named_or_typed_as_an_id() -> None:
    for typed in ("pro", "PRO", " entl_pro "):
        change = made(FORM, GrantEntitlement, entitlement=typed, end="7")
        assert (change.entitlement_id, change.expires_at_ms) == ("entl_pro", day(7))
    assert made(FORM, GrantEntitlement, entitlement="entlX", end="7").entitlement_id == "entlX"
    assert "entlX is not known here: taken as an id." in said(FORM, entitlement="entlX", end="7")


def test_a_name_of_two_entitlements_is_no_choice_and_refused() -> None:
    form = replace(FORM, view=replace(VIEW, names=Names({"entl1": "pro", "entl2": "pro"})))
    assert [choice.value for choice in form.questions[0].choices] == ["entl1", "entl2"]
    assert "entl1, entl2" in refused(form, "entitlement", entitlement="pro", end="7")
    assert made(form, GrantEntitlement, entitlement="entl2", end="7").entitlement_id == "entl2"


def test_a_name_that_can_not_stand_in_a_field_is_not_put_into_one() -> None:
    names = Names({"entl1": "a\x1b[31m", "entl2": " b ", "entl3": "x" * 200})
    form = replace(FORM, view=replace(VIEW, names=names))
    assert [choice.value for choice in form.questions[0].choices] == ["entl1", "entl2", "entl3"]


def test_the_preview_shows_the_instant_and_what_it_adds() -> None:
    words = said(SUBSCRIBED, entitlement="pro", end="30")
    assert "That is a Saturday, in 30 d." in words
    assert "Adds 0 days now: pro runs until 12 Dec 2026 by Play Store pro_monthly" in words


def test_the_preview_says_how_an_end_was_found() -> None:
    assert "Counted from the end of the access" in said(SUBSCRIBED, entitlement="pro", end="+10d")
    assert made(SUBSCRIBED, GrantEntitlement, entitlement="pro", end="+10d").expires_at_ms == day(
        19
    )


def test_what_is_active_is_said_before_there_is_an_end() -> None:
    words = said(SUBSCRIBED, entitlement="pro")
    assert "pro runs until 12 Dec 2026 by Play Store pro_monthly." in words
    assert "Until when?" in words


def test_what_must_be_known_goes_to_the_review() -> None:
    form = replace(FORM, facts=facts(customer("entl_pro", until=29), (grant(until=29),)))
    intent = form.intent({"entitlement": "pro", "end": "29"})
    assert intent.consequences[0].plain.startswith("Would change nothing")


def test_a_limit_of_the_project_is_kept() -> None:
    form = replace(FORM, max_grant_days=30)
    assert made(form, GrantEntitlement, entitlement="pro", end="30").expires_at_ms == day(30)
    assert "30 days at the most" in refused(form, "end", entitlement="pro", end="31")
    assert "30 days at the most" in refused(form, "end", entitlement="pro", end="life")
    assert "30 days at the most" in said(form, entitlement="pro", end="31")


def test_what_is_amiss_names_its_field() -> None:
    assert refused(FORM, "entitlement", end="7")
    assert refused(FORM, "entitlement", entitlement="a b", end="7")
    assert refused(FORM, "end", entitlement="pro")
    assert "past" in refused(FORM, "end", entitlement="pro", end="2020-01-01")
    assert "past" in refused(FORM, "end", entitlement="pro", end="0")


def test_without_facts_a_plus_is_refused_and_the_rest_works() -> None:
    form = replace(FORM, facts=None)
    assert refused(form, "end", entitlement="pro", end="+10d")
    assert made(form, GrantEntitlement, entitlement="pro", end="7").expires_at_ms == day(7)


def test_a_grant_is_counted_from_the_server_s_time_where_the_clocks_differ() -> None:
    hour = 3_600_000
    view = replace(VIEW, now_ms=VIEW.now_ms + hour)
    form = replace(FORM, view=view, server_ahead_ms=hour)
    change = made(form, GrantEntitlement, entitlement="pro", end="7")
    assert change.expires_at_ms == day(7) + hour
    told = "the server's clock is 60 min ahead: counted from the server's time."
    assert told in said(form, entitlement="pro", end="7")
    assert told not in said(FORM, entitlement="pro", end="7")
