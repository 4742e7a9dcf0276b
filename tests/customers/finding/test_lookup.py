from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.finding.lookup import (
    ATTEMPTS_AT_MOST,
    CANDIDATES_AT_MOST,
    CandidateKind,
    GetCustomer,
    SearchEmail,
    plan,
    recognise,
)

GARBAGE = ["null", "(null)", "undefined", "guest", "NaN", "-1", "0", "[]", "{}", "[object Object]"]


def values(text: str) -> list[str]:
    return [candidate.value for candidate in recognise(text).candidates]


@pytest.mark.parametrize("text", GARBAGE)
def test_an_id_that_stands_for_nobody_is_refused_without_a_request(text: str) -> None:
    recognition = recognise(text)
    assert recognition.candidates == ()
    assert "the app sent an empty user" in recognition.refused[0].why


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ('"null"', "null"),
        ("User ID: null please help", "null"),
        ("https://app.revenuecat.com/projects/p1/customers/undefined", "undefined"),
        ("User ID: abc/def", "abc/def"),
        ("..", ".."),
        ("blocked_customers", "blocked_customers"),
        ("a/b", "a/b"),
    ],
)
def test_what_is_refused_is_named(text: str, refused: str) -> None:
    assert refused in [one.value for one in recognise(text).refused]


@pytest.mark.parametrize("text", ["", "  ", "user_1", "mail@x.example", "log in / log out", "a b"])
def test_ordinary_text_is_not_refused(text: str) -> None:
    named = [one.value for one in recognise(text).refused if "slash" not in one.why]
    assert named == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("user_42", "user_42"),
        ("$RCAnonymousID:0123456789abcdef0123456789abcdef",) * 2,
        ("<mailto:ann@x.example>", "ann@x.example"),
        (
            "https://app.revenuecat.com/projects/57cf58e0/customers/%24RCAnonymousID%3Aab",
            "$RCAnonymousID:ab",
        ),
        ("Hello, my User ID: u-1234-x, thanks", "u-1234-x"),
        ("GPA.3310-0748-2431-02638..3", "GPA.3310-0748-2431-02638..3"),
    ],
)
def test_the_likeliest_candidate_comes_first(text: str, first: str) -> None:
    assert values(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Hi, I paid for pro but the app is on the free plan, my id is ann_lee, order GPA.1234-5",
        "my id is ann_lee",
        "id: ann_lee",
        "The app crashes.\nid ann_lee\nthanks",
        "uid=ann_lee",
        "user id ann_lee",
        "Customer ID ann_lee has no coins",
        "My account name is ann_lee.",
        "please look at ann_lee, who paid yesterday and has had no access since then",
    ],
)
def test_an_id_in_a_ticket_is_among_the_first_three(text: str) -> None:
    assert "ann_lee" in values(text)[:3]


@pytest.mark.parametrize(
    "text", ["order id: none given", "the product id pro", "an idea is fine", "I did it on purpose"]
)
def test_the_id_of_something_else_is_no_customers(text: str) -> None:
    assert values(text) == [text]


def test_a_sentence_is_looked_for_as_a_whole_only_after_what_is_in_it() -> None:
    text = "I bought twelve months for my son with order GPA.3310-0748-2431-02638 last week"
    assert values(text)[-1] == text


def test_a_dashboard_address_names_its_project() -> None:
    candidate = recognise("https://app.revenuecat.com/projects/57cf58e0/customers/u1").candidates[0]
    assert (candidate.kind, candidate.project) == (CandidateKind.DASHBOARD_URL, "57cf58e0")


def test_an_email_is_searched_as_typed_and_in_lower_case_and_tried_as_an_id() -> None:
    attempts = plan(recognise("Ann@X.example").candidates)
    assert attempts[:3] == (
        SearchEmail("Ann@X.example"),
        SearchEmail("ann@x.example"),
        GetCustomer("Ann@X.example"),
    )


@given(st.text(max_size=300) | st.text(alphabet="/:@.%$ \nuserid[]null{}0-1", max_size=120))
def test_any_text_is_understood_within_limits(text: str) -> None:
    recognition = recognise(text)
    assert len(recognition.candidates) <= CANDIDATES_AT_MOST
    assert len(plan(recognition.candidates)) <= ATTEMPTS_AT_MOST
    assert all("/" not in candidate.value for candidate in recognition.candidates)
