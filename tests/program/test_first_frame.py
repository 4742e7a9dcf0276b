"""What is on screen, and what becomes of keys, before the toolkit is there."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.program.started import (
    ENTER,
    SIZES,
    assert_left_as_found,
    leave,
    leave_at_once,
    started,
    typed,
)

if TYPE_CHECKING:
    from pathlib import Path

_ALTERNATE_SCREEN = b"\x1b[?1049h"
_TOOLKIT = b"\x1b[?1004h"
"""What the toolkit switches on when it takes the terminal."""
_ACME = """
[projects.acme]
name = "Acme 📱 Mobile"
project_id = "proj1ab2c3d4"
api_key = { env = "NOWHERE" }
risk = "high"
protection = "read-only"
"""


@pytest.mark.parametrize("driver", [(), ("--plain-driver",)])
@pytest.mark.parametrize("size", SIZES)
def test_the_header_is_painted_before_the_toolkit_and_the_screen_entered_once(
    driver: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    with started(tmp_path, "demo", *driver, size=size) as terminal:
        terminal.wait_for("rctui | Skylark Demo | Find", "customers: ")
        written = bytes(terminal.written)
        leave(terminal)
    first, _, toolkit = written.partition(_TOOLKIT)
    assert b"rctui | Skylark Demo | Find" in first
    assert written.count(_ALTERNATE_SCREEN) == 1
    assert b"\x1b[2J" not in toolkit, "nothing is wiped away when the toolkit takes over"


def test_keys_typed_before_anything_is_there_reach_the_box(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.send("quiet q?")
        screen = terminal.wait_until(lambda text: "quiet q?" in text[80:200], "the typed text")
        assert typed(screen) == "quiet q?"
        leave_at_once(terminal)
        assert terminal.written.index(b"Skylark") < terminal.written.index(_TOOLKIT)


def test_enter_typed_ahead_finds(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("Skylark Demo | Find")
        terminal.send(f"user_42{ENTER}")
        terminal.wait_for("| Customer", "Has pro until")
        leave_at_once(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_meanwhile_ends_it_with_the_terminal_as_it_was(
    number: signal.Signals, tmp_path: Path
) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("Skylark Demo | Find")
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert_left_as_found(terminal)


def test_an_error_after_the_first_frame_is_said_on_the_usual_screen(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'theme = "none-such"\n{_ACME}', encoding="utf-8")
    with started(tmp_path, "--config", str(config)) as terminal:
        terminal.wait_for("Acme", "HIGH RISK | READ-ONLY | Find", "no theme called none-such")
        leave_at_once(terminal)


def test_a_configuration_that_makes_no_sense_shows_no_frame(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(_ACME.replace('"high"', '"hihg"'), encoding="utf-8")
    with started(tmp_path, "--config", str(config)) as terminal:
        assert terminal.wait_for_end() == 2
        assert b"risk" in terminal.written
        assert _ALTERNATE_SCREEN not in terminal.written
        assert terminal.restored
