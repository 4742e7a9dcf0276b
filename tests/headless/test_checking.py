from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    DEMO_API_KEY,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_KEY,
)
from rctui.errors import ExitCode
from rctui.headless.checking import check
from rctui.tui.keys.in_force import keys_of
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import ACME, KEY, assert_no_key_in, written
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.demo.world import World

READING = ["customers", "subscriptions", "purchases", "invoices"]


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with running_demo() as (base_url, _):
        yield base_url


def checked(
    environment: dict[str, str], capsys: pytest.CaptureFixture[str], config: str = ""
) -> tuple[ExitCode, dict[str, tuple[str, str]]]:
    """The exit code, and the state and words of each subject."""
    options = LiveOptions(config=config)
    code = check(lambda: open_live(options, environment), environment, keys_of, as_json=True)
    rows = json.loads(capsys.readouterr().out)["data"]["checks"]
    return code, {row["subject"]: (row["state"], row["words"]) for row in rows}


def live(base_url: str, key: str) -> dict[str, str]:
    names = {"RCTUI_API_KEY": key, "RCTUI_PROJECT_ID": DEMO_PROJECT_ID}
    return {"HOME": "/nowhere", "RCTUI_BASE_URL": base_url, **names}


def test_a_key_that_may_read_everything(base_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = checked(live(base_url, DEMO_API_KEY), capsys)
    assert code is ExitCode.OK
    assert rows["configuration"][0] == "works"
    assert rows["key from"] == ("fact", "environment variable RCTUI_API_KEY")
    assert {rows[f"reading {kind}"][0] for kind in READING} == {"works"}
    assert rows["names of currencies"][0] == "works"
    assert rows["clock"][0] == "works"


def test_what_a_key_may_not_read_is_named(
    base_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, rows = checked(live(base_url, CUSTOMERS_ONLY_KEY), capsys)
    assert code is ExitCode.OK
    assert rows["reading customers"] == ("works", "")
    assert rows["reading invoices"] == ("not allowed", "customer_information:invoices:read")
    assert rows["names of apps"] == ("not allowed", "project_configuration:apps:read")


@pytest.mark.parametrize("key", ["sk_nobody_knows_this_one", OTHER_PROJECT_KEY])
def test_a_key_that_is_not_accepted_ends_the_trying(
    key: str, base_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, rows = checked(live(base_url, key), capsys)
    assert code is ExitCode.NOT_ALLOWED
    assert rows["API key"][0] == "failed"
    assert not any(subject.startswith(("reading", "names of")) for subject in rows)
    assert key not in str(rows)


def test_a_project_without_customers_leaves_the_rest_untried(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = demo_app()
    world: World = app.state.world
    for profile in list(world.profiles()):
        customer = world.find(profile.id)
        assert customer is not None
        world.remove(customer)
    with running_demo(app) as (base_url, _):
        _, rows = checked(live(base_url, DEMO_API_KEY), capsys)
    assert rows["reading subscriptions"][0] == "not tried"
    assert rows["names of apps"][0] == "works"


def test_no_server_is_a_row_and_the_terminal_is_told_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, rows = checked(live("http://127.0.0.1:1/v2", DEMO_API_KEY), capsys)
    assert code is ExitCode.ERROR
    assert rows["reading customers"][0] == "failed"
    assert rows["terminal"] == ("fact", "TERM is not set")


def test_a_wrong_configuration_is_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, ACME + "typo = 1")
    code, rows = checked({"HOME": str(tmp_path)}, capsys, str(path))
    assert code is ExitCode.USAGE
    assert rows["configuration"][0] == "failed"
    assert "typo" in rows["configuration"][1]
    assert "terminal" in rows


def test_a_key_that_can_not_be_had_is_a_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, ACME)
    code, rows = checked({"HOME": str(tmp_path), "RC_ACME_KEY": KEY + "é"}, capsys, str(path))
    assert code is ExitCode.USAGE
    assert rows["API key"][0] == "failed"
    assert_no_key_in(str(rows))


def test_people_get_lines_and_hostile_variables_no_control(
    capsys: pytest.CaptureFixture[str],
) -> None:
    environment = {"TERM": "xterm\x1b[2J", "NO_COLOR": "1", "TMUX": "x", "SSH_TTY": "y"}
    code = check(lambda: open_demo(DemoOptions(customers=3)), environment, keys_of, as_json=False)
    shown = capsys.readouterr().out
    assert code is ExitCode.OK
    assert "\x1b" not in shown
    assert "none, as NO_COLOR asks" in shown
    assert "tmux, SSH" in shown
    assert "reading customers      works" in shown


def test_keys_of_ones_own_are_a_row_and_what_is_wrong_with_them_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, ACME + '\n[keymap]\nfind = "F"\n')
    _, rows = checked({"HOME": str(tmp_path)}, capsys, str(path))
    assert rows["keymap"] == ("works", "keys of your own: 1")
    text = ACME + '\n[keymap]\nfnid = "F"\n'
    path.write_text(text, encoding="utf-8")
    options = LiveOptions(config=str(path))
    code = check(lambda: open_live(options, {}), {}, keys_of, as_json=False)
    assert code is ExitCode.USAGE
    line = text.splitlines().index('fnid = "F"') + 1
    said = capsys.readouterr().out
    assert f"failed: line {line}, keymap.fnid: unknown action; did you mean find?" in said
    assert "every action keeps its usual keys" in said


def test_a_wrong_key_is_named_where_no_project_is_configured_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = LiveOptions(config=str(written(tmp_path, '[keymap]\nfnid = "F"\n')))
    code = check(lambda: open_live(options, {}), {}, keys_of, as_json=False)
    said = capsys.readouterr().out
    assert code is ExitCode.USAGE
    assert "failed: No project is configured" in said
    assert "failed: line 2, keymap.fnid: unknown action; did you mean find?" in said
