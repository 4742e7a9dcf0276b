"""What is loaded by the time the first screen is drawn: each of it is waited for at every start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

START = """
import json, sys
from rctui.cli.arguments import parse
from rctui.cli.opening import open_for
from rctui.tui.starting import ScreenOptions, build_app

app = build_app(open_for(parse(sys.argv[1:])), ScreenOptions())
loaded = []

def first_screen():
    loaded.extend(name for name, module in sys.modules.items() if module is not None)
    app.exit()

app.on_first_screen = first_screen
app.run(headless=True)
classes = {
    thing
    for name in loaded if name.startswith("rctui.")
    for thing in vars(sys.modules[name]).values()
    if isinstance(thing, type) and thing.__module__ == name
}
decorated = [one.__name__ for one in classes if "__dataclass_params__" in vars(one)]
print(json.dumps([sorted(loaded), sorted(decorated)]))
"""

CONFIGURED = """
[projects.acme]
name = "Acme"
project_id = "proj1ab2c3d4"
api_key = { env = "ACME_KEY" }
"""
MOST_MODULES = 190
"""Of ours. Each takes about 0.2 ms to import."""
MOST_DATACLASSES = 20
"""Each runs sources that it writes, for 0.3 to 0.7 ms; a NamedTuple takes 0.1 ms."""
LATER = {
    *("argparse", "httpx", "pydantic", "pydantic_core", "starlette", "importlib.resources"),
    *(
        "rctui.api.reader",
        "rctui.config.settings",
        "rctui.customers.changes.every_change",
        "rctui.demo.server",
    ),
    *("rctui.journal.reading", "rctui.tui.driver.input_stream", "rctui.tui.screens.customer"),
    *("rctui.cli.command_line", "rctui.worker.writes"),
}


class Start(NamedTuple):
    """What was loaded."""

    modules: list[str]
    dataclasses: list[str]


def started(*arguments: str, **more: str) -> Start:
    ended = subprocess.run(
        [sys.executable, "-c", START, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=_environment(more),
    )
    return Start(*json.loads(ended.stdout))


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {"TERM": "xterm-256color", **kept, **more}


@pytest.fixture(params=["demo", "configured"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Start:
    if request.param == "demo":
        return started("demo", HOME=str(tmp_path))
    file = tmp_path / "config.toml"
    file.write_text(CONFIGURED, encoding="utf-8")
    file.chmod(0o600)
    return started(HOME=str(tmp_path), RCTUI_CONFIG=str(file))


def test_the_first_screen_waits_for_little(start: Start) -> None:
    assert LATER & set(start.modules) == set()
    assert "rctui.tui.screens.find" in start.modules
    ours = [name for name in start.modules if name.split(".")[0] == "rctui"]
    assert len(ours) <= MOST_MODULES, ours
    assert len(start.dataclasses) <= MOST_DATACLASSES, start.dataclasses
