"""In a tmux of default settings, which drops OSC 52, a copy still reaches both clipboards."""

from __future__ import annotations

import base64
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.program.started import environment
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.terminals


def test_a_copy_reaches_tmux_and_the_terminal_around_it(tmp_path: Path) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    around = environment(tmp_path)
    program = [sys.executable, "-m", "rctui", "demo", "user_42"]
    argv = [*tmux, "new-session", *program]
    with PseudoTerminal(argv, columns=100, lines=30, environment=around) as terminal:
        try:
            terminal.wait_for("Has pro until")
            terminal.send("y")
            terminal.wait_for("Copy what?")
            terminal.send("e")
            terminal.wait_for("copied to tmux and its terminal")
            shown = subprocess.run(
                [*tmux, "show-buffer"], env=around, capture_output=True, check=True
            )
            assert shown.stdout == b"ann.lee@example.com"
            encoded = base64.b64encode(b"ann.lee@example.com")
            terminal.wait_until(lambda _: encoded in bytes(terminal.written), "OSC 52, outside")
        finally:
            subprocess.run([*tmux, "kill-server"], env=around, check=False)
