"""`rctui show` says what the screens say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.api.errors import NotFound
from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.headless.showing import ShowForm, show
from rctui.journal.entry import JournalEntry
from rctui.journal.states import Step
from rctui.wiring.demo import DemoOptions, open_demo
from tests.stories.program import hurried_demo

if TYPE_CHECKING:
    from rctui.wiring.opening import Opening


@pytest.fixture
def opening() -> Opening:
    return open_demo(DemoOptions(customers=60))


def test_everything_is_there_to_the_last_page(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(opening, "default_user", ShowForm()) == 0
    told = capsys.readouterr().out
    assert told.count("real.person.") >= 16
    assert "TOKEN110" in told
    assert "more" not in told.splitlines()[-1]


def test_the_verdict_comes_with_its_evidence_and_next_step(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opening, "card_failing_in_retry", ShowForm())
    told = capsys.readouterr().out
    assert "Access: No access: payment failing, in billing retry since" in told
    assert "because: active entitlements: none" in told
    assert "next step: Nothing for us to do" in told


def test_one_section_is_printed_alone(opening: Opening, capsys: pytest.CaptureFixture[str]) -> None:
    show(opening, "user_42", ShowForm(section="currencies"))
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Currencies: 3 in all"
    assert told[2].split()[:2] == ["GLD", "80"]
    assert told[6:11] == ["Row 1 of 3", "currency code: GLD", "balance: 80", "name: Gold", told[10]]


def test_the_head_says_what_the_header_says(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opening, "user_42", ShowForm())
    told = capsys.readouterr().out
    assert "Environments: PROD 6 / SBX 3" in told
    assert "E-mail: ann.lee@example.com" in told


def test_what_is_missing_is_said_in_the_head_and_at_its_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY), "user_42", ShowForm())
    told = capsys.readouterr().out
    missing = "subscriptions not readable (needs customer_information:subscriptions:read)"
    assert f"Missing: {missing}" in told
    assert f"\nSubscriptions\n{missing}" in told
    assert f"without: {missing}" in told, "the timeline says so too"


def test_json_holds_the_servers_own_records(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opening, "user_42", ShowForm(as_json=True))
    data = json.loads(capsys.readouterr().out)["data"]
    assert data["verdict"]["rule"] == "will-not-renew"
    subscriptions = data["sections"]["subscriptions"]
    assert (subscriptions["state"], subscriptions["missing"]) == ("loaded", "")
    assert [one["object"] for one in subscriptions["items"]] == ["subscription"] * 5


def note(opening: Opening, customer_id: str, *steps: Step, **change: object) -> None:
    """Have the journal know of an own change."""
    book = opening.writing.journal
    assert book is not None
    for step in steps:
        told = change if step is Step.ATTEMPTED else {}
        book.append(
            JournalEntry("op", step, 0, project="demo", customer_id=customer_id, change=told)
        )


def test_lists_are_counted_as_on_the_screens(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opening, "user_42", ShowForm())
    told = capsys.readouterr().out.splitlines()
    assert {"Active entitlements: 3 in all", "Subscriptions: 5 in all"} <= set(told)
    assert any(line.startswith("Timeline: ") and line.endswith(" in all") for line in told)


def test_what_our_own_journal_knows_is_part_of_it(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    note(opening, "tester_in_sandbox", Step.ATTEMPTED, kind="attributes")
    show(opening, "user_42", ShowForm())
    told = capsys.readouterr().out
    assert "Unconfirmed: 1 of your own changes in this project: rctui journal" in told
    note(opening, "card_failing_in_retry", Step.ATTEMPTED, Step.APPLIED, kind="unblock")
    show(opening, "user_42", ShowForm())
    assert "by you" not in capsys.readouterr().out


def test_an_empty_customer_whom_we_have_unblocked_is_said_to_be_that(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    note(opening, "created_by_api", Step.ATTEMPTED, Step.APPLIED, kind="unblock")
    show(opening, "created_by_api", ShowForm())
    assert "Access: No access: unblocked by you" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("delete", "It was deleted by you "),
        ("block", "It was blocked by you "),
        ("attributes", "Check the id: case and every character count. 'rctui find' also knows"),
    ],
)
def test_who_is_not_there_is_said_with_why_or_what_else_to_try(
    kind: str, hint: str, opening: Opening
) -> None:
    note(opening, "gone", Step.ATTEMPTED, Step.APPLIED, kind=kind)
    with pytest.raises(NotFound) as error:
        show(opening, "gone", ShowForm())
    assert error.value.hint.startswith(hint)
