"""What is decided before the first frame is painted."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.cli.arguments import Arguments
from rctui.cli.main import screen_options
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import ACME, written

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "theme = 'night'\nmouse = 'off'\n"


@pytest.mark.parametrize(
    ("arguments", "variable", "theme"),
    [
        (Arguments(), None, ""),
        (Arguments(), "dawn", "dawn"),
        (Arguments(theme="dusk"), "dawn", "dusk"),
    ],
)
def test_a_flag_and_then_the_environment_choose_the_theme_of_every_project(
    arguments: Arguments,
    variable: str | None,
    theme: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if variable is not None:
        monkeypatch.setenv("RCTUI_THEME", variable)
    opening = open_live(LiveOptions(config=str(written(tmp_path, HEAD + ACME))), {})
    assert screen_options(arguments, opening).theme == theme


def test_themes_of_ones_own_are_beside_the_configuration(tmp_path: Path) -> None:
    path = written(tmp_path, ACME)
    opening = open_live(LiveOptions(config=str(path)), {})
    options = screen_options(Arguments(config=str(path)), opening)
    assert options.themes_folder == path.parent / "themes"


@pytest.mark.parametrize(
    ("configured", "flag", "mouse"),
    [("auto", None, None), ("on", None, True), ("off", None, False), ("on", False, False)],
)
def test_a_flag_takes_the_mouse_away(
    configured: str, flag: bool | None, mouse: bool | None, tmp_path: Path
) -> None:
    path = written(tmp_path, f"mouse = '{configured}'\n" + ACME)
    opening = open_live(LiveOptions(config=str(path)), {})
    assert screen_options(Arguments(mouse=flag), opening).mouse is mouse


def test_nothing_configured_is_no_error_here(tmp_path: Path) -> None:
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert screen_options(Arguments(), opening).theme == ""


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_draws_nothing_is_refused(term: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "rctui", "demo"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={"HOME": str(tmp_path), "TERM": term},
        check=False,
    )
    said = os.read(ours, 4096)
    os.close(ours)
    os.close(theirs)
    assert ended.returncode == 2
    assert b"can't draw a screen" in said
    assert b"rctui find --demo" in said
    assert b"\x1b" not in said
