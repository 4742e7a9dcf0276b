"""Whole commands in processes of their own, each with an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import (
    CUSTOMERS_ONLY_KEY,
    DEMO_API_KEY,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_KEY,
    READ_ONLY_KEY,
)
from tests.command_line import Ended, rctui
from tests.config.files import ACME, KEY, assert_no_key_in, written
from tests.simulated import running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES_AFTER_HELP = """
import sys
from rctui.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print(end.code, *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def live() -> Iterator[dict[str, str]]:
    """The environment of a project that answers on the loopback."""
    with running_demo() as (base_url, _):
        yield {
            "RCTUI_API_KEY": DEMO_API_KEY,
            "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
            "RCTUI_BASE_URL": base_url,
        }


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["config", "--help"], ["export"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-I", "-c", MODULES_AFTER_HELP, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(ended.stderr.splitlines()[-1].split()[1:])
    assert "rctui" in modules
    assert modules & {"httpx", "pydantic", "textual", "starlette", "tomli_w", "asyncio"} == set()


@pytest.mark.parametrize("arguments", [[], ["ann"], ["demo"], ["--json"], ["demo", "--json"]])
def test_without_a_terminal_it_refuses_and_names_what_to_use(
    arguments: list[str], tmp_path: Path
) -> None:
    ended = rctui(tmp_path, *arguments, TERM="xterm")
    assert (ended.code, ended.out) == (2, "")
    assert "rctui find" in ended.err
    assert "\x1b" not in ended.err
    if "--json" in arguments:
        assert error_in(ended)["type"] == "NoScreen"


def error_in(ended: Ended) -> dict[str, object]:
    document = json.loads(ended.err)
    assert document["version"] == 1
    error: dict[str, object] = document["error"]
    assert set(error) == {"type", "message", "status", "request_id", "hint"}
    return error


@pytest.mark.parametrize("command", ["find", "show"])
def test_with_nothing_configured_it_says_how_to_begin(command: str, tmp_path: Path) -> None:
    ended = rctui(tmp_path, command, "ann")
    assert ended.code == 2
    assert "rctui config add" in ended.err
    assert "rctui demo" in ended.err
    assert list(tmp_path.iterdir()) == []
    assert error_in(rctui(tmp_path, command, "ann", "--json"))["type"] == "NothingConfigured"


def test_the_journal_is_read_without_a_project(tmp_path: Path) -> None:
    ended = rctui(tmp_path, "journal", "--since", "7d", "--unconfirmed", "--json")
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["data"] == {"operations": []}
    assert list(tmp_path.iterdir()) == []
    assert error_in(rctui(tmp_path, "journal", "--since", "soon", "--json"))["type"] == "BadSince"


def test_usage_errors_are_json_where_asked_and_hold_no_controls(tmp_path: Path) -> None:
    assert error_in(rctui(tmp_path, "show", "--json"))["type"] == "UsageError"
    ended = rctui(tmp_path, "show", "x", "--\x1b]0;owned\x07")
    assert ended.code == 2
    assert "\x1b" not in ended.err
    assert "\x07" not in ended.err


def test_two_variables_find_and_show_over_the_line(tmp_path: Path, live: dict[str, str]) -> None:
    found = rctui(tmp_path, "find", "user_42", "--json", **live)
    assert found.code == 0, found.err
    [customer] = json.loads(found.out)["data"]["customers"]
    shown = rctui(tmp_path, "show", str(customer["id"]), **live)
    assert shown.code == 0
    assert "Access:" in shown.out
    assert rctui(tmp_path, "show", "nobody-of-that-name", **live).code == 5
    assert DEMO_API_KEY not in found.out + found.err + shown.out + shown.err


def test_the_simulated_project_needs_no_configuration(tmp_path: Path) -> None:
    written(tmp_path, "broken")
    ended = rctui(tmp_path, "show", "user_42", "--demo", RCTUI_CONFIG=str(tmp_path / "config.toml"))
    assert ended.code == 0, ended.err


def test_a_wrong_configuration_is_told_line_by_line(tmp_path: Path) -> None:
    path = written(tmp_path, ACME + 'risk = "x"\nthem = 1')
    ended = rctui(tmp_path, "find", "x", "--config", str(path))
    assert ended.code == 2
    assert ended.err.splitlines() == [
        f"rctui: {path}: 2 problems",
        "  line 4, projects.acme.risk: must be 'normal' or 'high'",
        "  line 5, projects.acme.them: unknown key; did you mean theme?",
        "Nothing was changed. 'rctui config schema' prints what is possible.",
    ]
    error = error_in(rctui(tmp_path, "find", "x", "--json", "--config", str(path)))
    assert "line 4" in str(error["message"])
    assert "line 5" in str(error["message"])


def test_config_path_tells_every_place_and_makes_none(tmp_path: Path) -> None:
    ended = rctui(tmp_path, "config", "path", "--json", XDG_STATE_HOME="/s t")
    places = json.loads(ended.out)["data"]
    assert places["configuration"]["path"] == f"{tmp_path}/.config/rctui/config.toml"
    assert places["state"] == {"path": "/s t/rctui", "exists": False}
    assert set(places) == {"configuration", "themes", "state", "cache"}
    assert "not there yet" in rctui(tmp_path, "config", "path").out
    assert list(tmp_path.iterdir()) == []


def test_config_show_names_origins_and_no_key(tmp_path: Path) -> None:
    path = written(tmp_path, ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}"') + "risk = 'high'")
    ended = rctui(tmp_path, "config", "show", "--config", str(path))
    assert f'projects.acme.risk = "high"  ({path}:4)' in ended.out.splitlines()
    assert 'projects.acme.protection = "guarded"  (default)' in ended.out.splitlines()
    assert "acme stands in the configuration file" in ended.err
    as_json = rctui(tmp_path, "config", "show", "--json", "--config", str(path))
    assert_no_key_in(ended.out, ended.err, as_json.out, as_json.err)
    assert len(json.loads(as_json.out)["data"]["warnings"]) == 1


def test_config_add_and_check_are_a_way_in(tmp_path: Path, live: dict[str, str]) -> None:
    path = tmp_path / ".config" / "rctui" / "config.toml"
    add = ["config", "add", "--project-id", DEMO_PROJECT_ID, "--title", "Acme iOS"]
    add += ["--name", "acme", "--base-url", live["RCTUI_BASE_URL"]]
    added = rctui(tmp_path, *add, "--key-env", "RC_KEY", "--risk", "high", RC_KEY=DEMO_API_KEY)
    assert (added.code, added.err) == (0, "")
    assert added.out.splitlines()[:2] == ["The key works:", "  reading customers      works"]
    assert added.out.splitlines()[-2:] == [
        f"Added acme to {path}.",
        "Open it: rctui --project acme",
    ]
    checked = rctui(tmp_path, "check", RC_KEY=DEMO_API_KEY)
    assert checked.code == 0, checked.out
    assert "acme (Acme iOS HIGH RISK)" in checked.out
    again = rctui(tmp_path, *add, "--key-file", "k", "--json")
    assert again.code == 2
    assert "already" in str(error_in(again)["message"])


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ([], "needs --key-env"),
        (["--project-id", "p", "--key-env", "A"], "needs --name"),
        (["--key-env", "A", "--no-check"], "needs --name and --project-id"),
        (["--key-env", "RC_KEY_NOT_SET"], "RC_KEY_NOT_SET, which holds the API key, is not set"),
        (["--name", "a", "--project-id", "p"], "--key-command"),
        (["--key-env", "A", "--key-file", "b"], "not allowed with"),
        (["--name", "a", "--project-id", "p", "--key-command", "op 'x"], "quote"),
        (["--name", "a", "--project-id", "p", "--key-command", "''"], "begin with a program"),
        (["--name", "a b", "--project-id", "p", "--key-env", "A"], "letters, digits"),
    ],
)
def test_config_add_refuses_half_a_project(flags: list[str], says: str, tmp_path: Path) -> None:
    ended = rctui(tmp_path, "config", "add", *flags)
    assert ended.code == 2
    assert says in ended.err
    assert not (tmp_path / ".config" / "rctui" / "config.toml").exists()


def test_config_add_asks_the_key_for_its_project(tmp_path: Path, live: dict[str, str]) -> None:
    path = tmp_path / ".config" / "rctui" / "config.toml"
    add = ["config", "add", "--key-env", "RC_KEY", "--base-url", live["RCTUI_BASE_URL"]]
    added = rctui(tmp_path, *add, RC_KEY=DEMO_API_KEY)
    assert added.code == 0, added.err
    assert "Added skylark-demo" in added.out
    text = path.read_text()
    assert f'project_id = "{DEMO_PROJECT_ID}"' in text
    assert 'name = "Skylark Demo"' in text
    assert_no_key_in(text)
    checked = rctui(tmp_path, "check", RC_KEY=DEMO_API_KEY)
    assert checked.code == 0, checked.out
    named = rctui(tmp_path, *add, "--name", "mine", "--title", "Mine", RC_KEY=DEMO_API_KEY)
    assert named.code == 0
    assert "[projects.mine]" in path.read_text()
    assert 'name = "Mine"' in path.read_text()


def test_config_add_says_why_the_key_tells_no_project(tmp_path: Path, live: dict[str, str]) -> None:
    add = ["config", "add", "--key-env", "RC_KEY", "--base-url", live["RCTUI_BASE_URL"]]
    unknown = rctui(tmp_path, *add, RC_KEY="sk_nobody_knows_this_one")
    assert unknown.code == 4
    assert "Invalid API key" in unknown.err
    forbidden = rctui(tmp_path, *add, RC_KEY=CUSTOMERS_ONLY_KEY)
    assert forbidden.code == 4
    assert "project_configuration:projects:read" in forbidden.err
    assert "--project-id" in forbidden.err
    assert not (tmp_path / ".config" / "rctui" / "config.toml").exists()


def test_config_add_tries_the_key_and_says_what_it_may_read(
    tmp_path: Path, live: dict[str, str]
) -> None:
    path = tmp_path / ".config" / "rctui" / "config.toml"
    add = ["config", "add", "--name", "acme", "--project-id", DEMO_PROJECT_ID]
    add += ["--key-env", "RC_KEY", "--base-url", live["RCTUI_BASE_URL"]]
    unknown = rctui(tmp_path, *add, RC_KEY="sk_nobody_knows_this_one")
    assert unknown.code == 4
    assert "Nothing was written; --no-check writes it without trying the key." in unknown.err
    elsewhere = rctui(tmp_path, *add, RC_KEY=OTHER_PROJECT_KEY)
    assert elsewhere.code != 0
    assert not path.exists()
    added = rctui(tmp_path, *add, "--json", RC_KEY=CUSTOMERS_ONLY_KEY)
    assert added.code == 0, added.err
    checks = json.loads(added.out)["data"]["key"]["checks"]
    states = {one["subject"]: (one["state"], one["words"]) for one in checks}
    assert states["reading customers"] == ("works", "")
    assert states["reading invoices"] == (
        "not allowed",
        "customer_information:invoices:read",
    )


def test_without_a_network_config_add_can_leave_the_key_untried(tmp_path: Path) -> None:
    add = ["config", "add", "--name", "acme", "--project-id", "p1", "--key-env", "RC_KEY"]
    add += ["--base-url", "http://127.0.0.1:9/v2"]
    refused = rctui(tmp_path, *add, RC_KEY=KEY)
    assert refused.code == 1
    assert "--no-check" in refused.err
    assert list(tmp_path.iterdir()) == []
    added = rctui(tmp_path, *add, "--no-check")
    assert added.code == 0, added.err
    assert added.out.splitlines()[-1] == "Its key was not tried: rctui check --project acme"


def test_config_schema_is_a_bare_document(tmp_path: Path) -> None:
    schema = json.loads(rctui(tmp_path, "config", "schema").out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert json.loads(rctui(tmp_path, "config", "schema", "--json").out)["data"] == schema


def test_an_unknown_project_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = written(tmp_path, ACME)
    ended = rctui(tmp_path, "show", "x", "--project", "acne", "--config", str(path))
    assert ended.code == 2
    assert "There are: acme." in ended.err


def test_a_missing_key_is_no_traceback(tmp_path: Path) -> None:
    path = written(tmp_path, ACME)
    ended = rctui(tmp_path, "show", "x", "--config", str(path))
    assert (ended.code, ended.out) == (2, "")
    assert "RC_ACME_KEY" in ended.err
    assert "Traceback" not in ended.err


def test_a_key_from_a_file_with_a_line_end_works(tmp_path: Path, live: dict[str, str]) -> None:
    text = (
        f'[projects.acme]\nproject_id = "{DEMO_PROJECT_ID}"\napi_key = {{ file = "~/key" }}\n'
        f'base_url = "{live["RCTUI_BASE_URL"]}"\n'
    )
    (tmp_path / "key").write_text(READ_ONLY_KEY + "\n")
    (tmp_path / "key").chmod(0o600)
    ended = rctui(tmp_path, "show", "user_42", "--config", str(written(tmp_path, text)))
    assert ended.code == 0, ended.err


def test_a_reader_that_went_away_ends_it_quietly(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "rctui", "config", "schema"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={"HOME": str(tmp_path)},
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_full_disk_under_the_output_is_said(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        ended = subprocess.run(
            [sys.executable, "-m", "rctui", "config", "path"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={"HOME": str(tmp_path)},
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith("rctui: The output can't be written")
    assert "Traceback" not in ended.stderr


def test_closed_streams_are_no_crash(tmp_path: Path) -> None:
    command = f"{sys.executable} -m rctui >&- 2>&- <&-"
    ended = subprocess.run(["/bin/sh", "-c", command], check=False, env={"HOME": str(tmp_path)})
    assert ended.returncode == 2


def test_themes_are_listed_and_checked_from_the_command_line(tmp_path: Path) -> None:
    listed = rctui(tmp_path, "themes", "list")
    assert listed.code == 0
    assert "rctui-high-contrast" in listed.out
    broken = tmp_path / "broken.toml"
    broken.write_text("\nerror = 1\n", encoding="utf-8")
    checked = rctui(tmp_path, "themes", "check", str(broken))
    assert checked.code == 2
    assert "line 2, error" in checked.out
