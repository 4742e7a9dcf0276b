"""`rctui show` says what the screens say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.headless.showing import ShowForm, show
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
    assert told[0] == "Currencies"
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
