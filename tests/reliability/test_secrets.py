"""Keys stay in this process: not in children, dumps, logs, crash reports, or a picture."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.cli.own_environment import clean, ignored
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.text.safe_text import label
from rctui.tui.app import RctuiApp
from rctui.tui.copying.browser import show
from rctui.tui.copying.clipboard import Route, run_tool
from rctui.tui.crash_report import report_of
from rctui.tui.keys.actions import EVERYWHERE
from tests.command_line import rctui
from tests.key_search import KEYS, files_with_keys, forms, keys_in
from tests.program.started import ENTER, leave_at_once, started
from tests.reliability.hostile_world import HOSTILE_ID
from tests.simulated import running_demo
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

WITH_KEYS = {"RCTUI_API_KEY": DEMO_API_KEY, "ACME": "secret-without-a-beginning", "LANG": "C.UTF-8"}
TELLS_ENVIRONMENT = "#!/bin/sh\ntr '\\0' '\\n' < /proc/self/environ > {told}\ncat > /dev/null\n"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")

PRIVATE = """
import ctypes, resource, sys
from rctui.cli.main import main
code = main(["show", "--section", "profile", "user_42"])
core, _ = resource.getrlimit(resource.RLIMIT_CORE)
print(code, ctypes.CDLL(None).prctl(3), core, file=sys.stderr)
"""


@ON_LINUX
def test_no_dump_and_no_debugger_gets_at_the_memory(tmp_path: Path) -> None:
    with running_demo() as (base_url, _):
        ended = subprocess.run(
            [sys.executable, "-c", PRIVATE],
            env={
                "HOME": str(tmp_path),
                "LANG": "C.UTF-8",
                "RCTUI_API_KEY": DEMO_API_KEY,
                "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
                "RCTUI_BASE_URL": base_url,
            },
            capture_output=True,
            text=True,
            check=True,
        )
    assert ended.stderr.split() == ["0", "0", "0"]


@ON_LINUX
@pytest.mark.parametrize("child", ["clipboard", "browser"])
def test_other_programs_get_an_environment_without_keys(
    child: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "program"
    program.write_text(TELLS_ENVIRONMENT.format(told=told))
    program.chmod(0o700)
    path = f"{tmp_path}:/usr/bin:/bin"
    monkeypatch.setenv("PATH", path)
    environment = {**WITH_KEYS, "PATH": path, "HOME": str(tmp_path), "BROWSER": str(program)}
    if child == "clipboard":
        assert run_tool(Route(("program",), label("done")), "text", environment)
    else:
        assert show("http://127.0.0.1/", environment)
    names = {line.partition("=")[0] for line in told.read_text().splitlines()}
    assert {"PATH", "LANG", "HOME"} <= names
    assert not names & {"RCTUI_API_KEY", "ACME"}


def test_what_would_press_keys_or_write_files_is_dropped_and_said() -> None:
    environment = {
        "TEXTUAL_PRESS": "y",
        "TEXTUAL_LOG": "/tmp/log",
        "SSLKEYLOGFILE": "/tmp/keys",
        "TEXTUAL_COLOR_SYSTEM": "256",
        "HOME": "/home/ann",
    }
    dropped = clean(environment)
    assert set(environment) == {"TEXTUAL_COLOR_SYSTEM", "HOME"}
    assert ignored(dropped).plain == (
        "SSLKEYLOGFILE, TEXTUAL_LOG, TEXTUAL_PRESS in the environment are ignored."
    )
    assert ignored(["TEXTUAL_\x1b[2J"]).plain == "TEXTUAL_␛[2J in the environment is ignored."


def test_variables_that_are_ignored_are_said_on_the_screen_and_do_nothing(tmp_path: Path) -> None:
    log, keys = tmp_path / "log", tmp_path / "tls"
    more = {"TEXTUAL_PRESS": "ctrl+q", "TEXTUAL_LOG": str(log), "SSLKEYLOGFILE": str(keys)}
    with started(tmp_path, "demo", "user_42", size=(120, 40), **more) as terminal:
        terminal.wait_for("SSLKEYLOGFILE", "TEXTUAL_PRESS", "ignored.")
        terminal.wait_for("Has pro until")
        leave_at_once(terminal)
    assert not log.exists()
    assert not keys.exists()


def test_without_a_screen_they_are_said_on_stderr(tmp_path: Path) -> None:
    ended = rctui(tmp_path, "find", "--demo", "user_42", SSLKEYLOGFILE=str(tmp_path / "tls"))
    assert ended.err == "rctui: SSLKEYLOGFILE in the environment is ignored.\n"
    assert ended.code == 0


async def test_with_the_libraries_at_debug_no_key_and_no_address_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "asyncio", "h2", "hpack"):
        caplog.set_level(logging.DEBUG, logger=name)
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.finds("ann.lee@example.com")
        await operator.settles()
    assert keys_in(caplog.text.encode()) == []
    assert "ann.lee" not in caplog.text


def test_debug_logs_of_a_whole_program_hold_no_key(tmp_path: Path) -> None:
    code = (
        "import logging, sys; logging.basicConfig(level=logging.DEBUG, stream=sys.stdout);"
        "from rctui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    with running_demo() as (base_url, _):
        ended = subprocess.run(
            [sys.executable, "-c", code, "find", "ann.lee@example.com"],
            env={
                "HOME": str(tmp_path),
                "RCTUI_API_KEY": DEMO_API_KEY,
                "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
                "RCTUI_BASE_URL": base_url,
            },
            capture_output=True,
            check=True,
        )
    told = ended.stdout + ended.stderr
    assert b"user_42" in told
    assert keys_in(told) == []
    assert b"search=" not in told


def test_a_crash_report_has_places_and_no_values() -> None:
    def breaks(key: str) -> None:
        raise ValueError(f"bad {key} of {HOSTILE_ID}")

    try:
        breaks(DEMO_API_KEY)
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "breaks" in report
    assert keys_in(report.encode()) == []
    assert HOSTILE_ID not in report


def test_the_search_finds_a_key_in_every_form(tmp_path: Path) -> None:
    for key in KEYS:
        for number, form in enumerate(forms(key)):
            (tmp_path / f"{number}.log").write_bytes(b"before " + form + b" after")
            assert files_with_keys(tmp_path)
            (tmp_path / f"{number}.log").unlink()
    assert files_with_keys(tmp_path) == []


async def test_no_command_makes_a_picture_of_the_screen() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        app = operator.app
        assert isinstance(app, RctuiApp)
        names = {command.name.plain.casefold() for command in app.more_commands()}
        names |= {action.name.plain.casefold() for action in EVERYWHERE}
        assert not any("screenshot" in name or "svg" in name for name in names)
        await operator.press("colon", *"screenshot")
        await operator.settles()
        assert "screenshot" not in operator.screen.replace("screenshot", "", 1)


def test_no_palette_of_the_toolkit_opens_beside_ours(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", size=(120, 40)) as terminal:
        terminal.wait_for("Has pro until")
        terminal.send("\x10")
        terminal.wait_for("enter runs it")
        terminal.send("screenshot")
        terminal.wait_until(lambda text: "screenshot" in text, "what was typed")
        terminal.send(ENTER)
        leave_at_once(terminal)
        assert list(tmp_path.rglob("*.svg")) == []
