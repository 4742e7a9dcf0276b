from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from rctui.text.safe_text import label
from rctui.tui.copying.clipboard import (
    LONGEST_ENCODED,
    OSC52,
    TMUX,
    Route,
    encoded_size,
    routes,
    run_tool,
)

if TYPE_CHECKING:
    from pathlib import Path

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
SSH = {"SSH_TTY": "/dev/pts/3", "DISPLAY": "localhost:10.0"}
IN_TMUX = {"TMUX": "/tmp/tmux-0/default,1,0", "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("setting", "environment", "platform", "programs"),
    [
        ("auto", {}, "linux", [""]),
        ("auto", X11, "linux", ["xclip", "xsel", ""]),
        ("auto", WAYLAND, "linux", ["wl-copy", "xclip", "xsel", ""]),
        ("auto", {}, "darwin", ["pbcopy", ""]),
        ("auto", SSH, "linux", [""]),
        ("auto", {"SSH_CONNECTION": "1 2 3 4"}, "darwin", [""]),
        ("auto", IN_TMUX, "linux", ["tmux", ""]),
        ("auto", IN_TMUX | SSH, "linux", ["tmux", ""]),
        ("auto", {"TMUX": ""}, "linux", [""]),
        ("native", X11, "linux", ["xclip", "xsel"]),
        ("native", {}, "linux", []),
        ("native", SSH, "darwin", ["pbcopy"]),
        ("tmux", {}, "linux", ["tmux"]),
        ("osc52", IN_TMUX, "darwin", [""]),
        ("off", IN_TMUX | X11, "linux", []),
    ],
)
def test_the_ways_to_copy_are_tried_in_the_order_of_what_is_known(
    setting: str, environment: dict[str, str], platform: str, programs: list[str]
) -> None:
    found = routes(setting, environment, platform)
    assert [route.command[0] if route.command else "" for route in found] == programs


def test_no_way_claims_more_than_is_known() -> None:
    assert "not there?" in OSC52.certainty.plain
    assert "tmux" in TMUX.certainty.plain
    assert "terminal" not in routes("native", {}, "darwin")[0].certainty.plain


def test_a_text_that_terminals_may_drop_is_too_long() -> None:
    assert encoded_size("x" * (LONGEST_ENCODED // 4 * 3)) <= LONGEST_ENCODED
    assert encoded_size("x" * (LONGEST_ENCODED // 4 * 3 + 3)) > LONGEST_ENCODED
    assert encoded_size("字" * 20_000) > LONGEST_ENCODED, "bytes count, not characters"
    assert encoded_size("\ud800") == 4, "half a character is no reason to crash"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, before all others."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def a_program(folder: Path, name: str, script: str) -> Route:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o700)
    return Route((name,), label("done"))


def test_a_program_gets_the_text_on_its_standard_input(programs: Path) -> None:
    route = a_program(programs, "take-it", f"cat > {programs / 'taken'}")
    assert run_tool(route, "a\tb\n$(echo no) Zoë", os.environ)
    assert (programs / "taken").read_bytes() == "a\tb\n$(echo no) Zoë".encode()


def test_a_program_that_fails_or_is_missing_did_not_take_it(programs: Path) -> None:
    assert not run_tool(a_program(programs, "refuse-it", "exit 1"), "text", os.environ)
    assert not run_tool(Route(("there-is-no-such-program",), label("done")), "text", os.environ)
