"""`rctui find` and `rctui show`, and the program where no screen can be drawn."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from rctui.demo import effects
from rctui.demo.dataset.odd_names import HOSTILE_ATTRIBUTES, HOSTILE_ID, ODD_IDS
from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    DEMO_API_KEY,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_KEY,
)
from rctui.demo.problems import Problem
from tests.command_line import Ended, rctui
from tests.program.started import assert_no_key_in
from tests.simulated import running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.demo.server import SimulatedService

    Line = tuple[dict[str, str], SimulatedService]


@pytest.fixture(scope="module")
def line() -> Iterator[Line]:
    """The environment of a project on the loopback, and the server behind it."""
    with running_demo() as (base_url, app):
        project = {
            "RCTUI_API_KEY": DEMO_API_KEY,
            "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
            "RCTUI_BASE_URL": base_url,
        }
        yield project, app


def checked(ended: Ended) -> Ended:
    """The same, if its output is plain text without any key."""
    for text in (ended.out, ended.err):
        assert all(character.isprintable() or character == "\n" for character in text), text
        assert "Traceback" not in text
    assert_no_key_in((ended.out + ended.err).encode())
    return ended


def data(ended: Ended) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(ended.out)
    assert document["version"] == 1
    found: dict[str, Any] = document["data"]
    return found


def error(ended: Ended) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(ended.err)
    assert (document["version"], ended.out) == (1, "")
    found: dict[str, Any] = document["error"]
    return found


def test_an_email_is_found_and_its_customer_shown(tmp_path: Path) -> None:
    found = checked(rctui(tmp_path, "find", "--demo", "ann.lee@example.com"))
    shown = checked(rctui(tmp_path, "show", "--demo", "ann.lee@example.com"))
    assert (found.code, found.err, shown.code, shown.err) == (0, "", 0, "")
    assert re.search(r"user_42 .* has pro", found.out), "who it is, and whether there is access"
    assert "Customer: user_42" in shown.out
    assert "Looked up: ann.lee@example.com" in shown.out
    assert "Access: Has pro until" in shown.out
    assert list(tmp_path.iterdir()) == []


def test_the_same_as_json_is_the_apis_own_record(tmp_path: Path) -> None:
    found = data(checked(rctui(tmp_path, "find", "--demo", "--json", "ann.lee@example.com")))
    shown = data(checked(rctui(tmp_path, "show", "--demo", "--json", "user_42")))
    assert [one["id"] for one in found["customers"]] == ["user_42"]
    assert shown["customer"]["object"] == "customer"
    assert shown["customer"]["id"] == "user_42"
    assert shown["verdict"]["access"] == "yes"


@pytest.mark.parametrize("command", ["find", "show"])
def test_nobody_of_that_name_is_5(command: str, tmp_path: Path) -> None:
    plain = checked(rctui(tmp_path, command, "--demo", "nobody_at_all"))
    as_json = checked(rctui(tmp_path, command, "--demo", "--json", "nobody_at_all"))
    assert (plain.code, as_json.code) == (5, 5)
    if command == "show":
        assert error(as_json)["type"] == "NotFound"
        assert error(as_json)["status"] == 404
    else:
        assert "Not found." in plain.out
        assert data(as_json)["customers"] == []


KEYS_THAT_CAN_NOT = {
    "sk_nobody_knows_this_one": "AuthenticationFailed",
    OTHER_PROJECT_KEY: "WrongProject",
}


@pytest.mark.parametrize("key", KEYS_THAT_CAN_NOT)
@pytest.mark.parametrize("command", ["find", "show"])
def test_a_key_that_is_not_accepted_is_4(
    command: str, key: str, line: Line, tmp_path: Path
) -> None:
    project = line[0] | {"RCTUI_API_KEY": key}
    assert checked(rctui(tmp_path, command, "user_42", **project)).code == 4
    ended = checked(rctui(tmp_path, command, "user_42", "--json", **project))
    assert (ended.code, error(ended)["type"]) == (4, KEYS_THAT_CAN_NOT[key])
    assert error(ended)["hint"]
    assert key not in ended.err


@pytest.mark.parametrize(("key", "code"), [("sk_nobody_knows_this_one", 4), ("", 2)])
def test_a_watch_that_can_never_look_ends_at_once(
    key: str, code: int, line: Line, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    project = f'project_id = "{DEMO_PROJECT_ID}"\nbase_url = "{line[0]["RCTUI_BASE_URL"]}"\n'
    config.write_text(f'[projects.a]\n{project}api_key = {{ env = "RC_KEY" }}\n')
    config.chmod(0o600)
    environment = {"RC_KEY": key} if key else {}
    words = ("watch", "user_42", "--timeout", "1h", "--config", str(config))
    ended = checked(rctui(tmp_path, *words, **environment))
    assert (ended.code, ended.out) == (code, "")
    assert "RC_KEY" in ended.err if not key else "Invalid API key" in ended.err


def test_a_key_for_customers_alone_is_enough_to_show_one(line: Line, tmp_path: Path) -> None:
    project = line[0] | {"RCTUI_API_KEY": CUSTOMERS_ONLY_KEY}
    assert checked(rctui(tmp_path, "show", "user_42", **project)).code == 0


@pytest.mark.parametrize("arguments", [["find"], ["show"], ["show", "a", "--wrong"]])
def test_wrong_arguments_are_2(arguments: list[str], tmp_path: Path) -> None:
    ended = checked(rctui(tmp_path, *arguments))
    assert (ended.code, ended.out) == (2, "")


def test_a_used_up_budget_is_6_and_a_broken_server_1(line: Line, tmp_path: Path) -> None:
    project, app = line
    for status, code in ((429, 6), (500, 1)):
        app.state.faults.add(effects.failed(status, backoff_ms=1), times=None)
        ended = checked(rctui(tmp_path, "show", "user_42", "--json", **project))
        app.state.faults.clear()
        assert (ended.code, error(ended)["status"]) == (code, status)
        assert error(ended)["request_id"] == app.state.received[-1].request_id


def test_a_server_that_is_not_there_is_1_with_a_hint(line: Line, tmp_path: Path) -> None:
    project = line[0] | {"RCTUI_BASE_URL": "http://127.0.0.1:1/v2"}
    ended = checked(rctui(tmp_path, "show", "user_42", "--json", **project))
    assert (ended.code, error(ended)["type"]) == (1, "NotSent")
    assert "base_url" in error(ended)["hint"]


@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_hostile_texts_are_printed_without_a_control_character(form: str, tmp_path: Path) -> None:
    shown = checked(rctui(tmp_path, "show", "--demo", form, HOSTILE_ID))
    found = checked(rctui(tmp_path, "find", "--demo", form, "mallory@example.com"))
    assert (shown.code, found.code) == (0, 0)
    if form == "--plain":
        assert "␛]52;c;cm0gLXJmIH4=␇" in shown.out
        assert "[red]x[/red] [/nope] [@click=app.quit]press me[/]" in shown.out
        return
    items = data(shown)["customer"]["attributes"]["items"]
    assert {item["name"]: item["value"] for item in items} == HOSTILE_ATTRIBUTES


@pytest.mark.parametrize("customer_id", ODD_IDS[::3])
def test_an_odd_id_is_found_as_typed(customer_id: str, line: Line, tmp_path: Path) -> None:
    ended = checked(rctui(tmp_path, "show", "--json", "--", customer_id, **line[0]))
    assert ended.code == 0, ended.err
    assert data(ended)["customer"]["id"] == customer_id


def test_a_hostile_id_that_nobody_has_is_quoted_safely(tmp_path: Path) -> None:
    for command in ("find", "show"):
        ended = checked(rctui(tmp_path, command, "--demo", "a\x1b]52;c;cm0=\x07\u202eb\x9b2J"))
        assert ended.code == 5


@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_a_server_with_hostile_words_is_quoted_safely(
    form: str, line: Line, tmp_path: Path
) -> None:
    project, app = line
    words = f"\x1b]0;owned\x07\u202e\x9b2J {DEMO_API_KEY}"
    app.state.faults.add(effects.refused(Problem(400, "\x1b[2J", words, param="\x1b[c")))
    ended = checked(rctui(tmp_path, "show", form, "user_42", **project))
    assert ended.code == 1
    assert "owned" in ended.err


@pytest.mark.parametrize("arguments", [[], ["demo"], ["demo", "user_42"]])
def test_without_a_terminal_it_is_2_and_names_what_to_use(
    arguments: list[str], tmp_path: Path
) -> None:
    ended = checked(rctui(tmp_path, *arguments, TERM="xterm-256color"))
    assert (ended.code, ended.out) == (2, "")
    assert "rctui show" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--help"], ["demo", "--help"], ["show", "--help"]])
def test_help_is_0_without_a_terminal(arguments: list[str], tmp_path: Path) -> None:
    ended = checked(rctui(tmp_path, *arguments))
    assert (ended.code, ended.err) == (0, "")
    assert "usage: rctui" in ended.out
