"""In a read-only project no command sends anything but reads, whatever it is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rctui.demo.effects import failed
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.errors import ExitCode
from tests.command_line import Ended, rctui
from tests.simulated import running_demo

if TYPE_CHECKING:
    from pathlib import Path

ANN = "user_42"
RECOVERY = {
    "version": 1,
    "asked": ANN,
    "lists": {
        "attributes": {"items": [{"name": "plan", "value": "gold"}]},
        "virtual_currencies": {"items": [{"currency_code": "GLD", "balance": 5}]},
    },
}


def run(home: Path, base_url: str, protection: str, *words: str) -> Ended:
    """A command in a project that is configured so, on a server of its own."""
    config = home / f"{protection}.toml"
    config.write_text(
        f'[projects.acme]\nname = "Acme"\nproject_id = "{DEMO_PROJECT_ID}"\n'
        f'api_key = {{ env = "KEY" }}\nbase_url = "{base_url}"\nprotection = "{protection}"\n'
    )
    return rctui(home, *words, "--config", str(config), KEY=DEMO_API_KEY)


def test_neither_restore_nor_bulk_sends_a_write(tmp_path: Path) -> None:
    file, ids = tmp_path / "x.json", tmp_path / "ids.txt"
    file.write_text(json.dumps(RECOVERY))
    ids.write_text(f"{ANN}\n")
    plan = ("bulk", "plan", str(ids), "--credit", "GLD=5")
    with running_demo() as (base_url, app):
        assert run(tmp_path, base_url, "guarded", *plan).code == ExitCode.OK
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            app.state.faults.add(failed(500), method=method, times=None)
        for words in (
            ("restore", str(file), "--yes"),
            ("bulk", "apply", f"{ids}.plan.json", "--yes", "1"),
            ("bulk", "resume", f"{ids}.plan.json", "--yes", "1"),
        ):
            ended = run(tmp_path, base_url, "read-only", *words)
            assert ended.code != ExitCode.OK, words
            assert "read-only" in (ended.out + ended.err).lower(), words
        assert app.state.received.writes == []


def test_the_same_commands_write_where_the_project_is_not_read_only(tmp_path: Path) -> None:
    file, ids = tmp_path / "x.json", tmp_path / "ids.txt"
    file.write_text(json.dumps(RECOVERY))
    ids.write_text(f"{ANN}\n")
    with running_demo() as (base_url, app):
        run(tmp_path, base_url, "guarded", "bulk", "plan", str(ids), "--credit", "GLD=5")
        run(tmp_path, base_url, "guarded", "bulk", "apply", f"{ids}.plan.json", "--yes", "1")
        run(tmp_path, base_url, "guarded", "restore", str(file), "--yes")
        assert {one.operation for one in app.state.received.writes} == {
            "create_currency_transaction",
            "set_attributes",
        }
