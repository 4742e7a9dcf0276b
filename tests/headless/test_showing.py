"""`rctui show` says what the screens say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.headless.showing import ShowForm, show
from rctui.wiring.demo import DemoOptions, open_demo

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
    assert len(told) == 5


def test_json_holds_the_servers_own_records(
    opening: Opening, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opening, "user_42", ShowForm(as_json=True))
    data = json.loads(capsys.readouterr().out)["data"]
    assert data["verdict"]["rule"] == "will-not-renew"
    subscriptions = data["sections"]["subscriptions"]
    assert (subscriptions["state"], subscriptions["missing"]) == ("loaded", "")
    assert [one["object"] for one in subscriptions["items"]] == ["subscription"] * 5
