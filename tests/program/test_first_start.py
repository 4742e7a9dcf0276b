"""`rctui` where nothing is configured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.program.started import ENTER, assert_left_as_found, leave, leave_at_once, started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pseudo_terminal import PseudoTerminal


def test_d_opens_the_demo_and_nothing_is_written(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for("No project is configured yet.", "Try the demo")
        terminal.send("d")
        terminal.wait_for("Skylark Demo", "user_42", "q Quit")
        terminal.send("user_42" + ENTER)
        terminal.wait_for("Has pro until")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
    assert list(tmp_path.iterdir()) == []


def test_q_leaves_and_nothing_is_written(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for("No project is configured yet.")
        terminal.send("q")
        assert terminal.wait_for_end() == 0
        assert_left_as_found(terminal)
    assert list(tmp_path.iterdir()) == []


def next_field(terminal: PseudoTerminal) -> None:
    """Enter, and wait until the cursor has gone on: what is typed before is still of this field."""
    before = len(terminal.written)
    terminal.send(ENTER)
    terminal.wait_until(lambda _: len(terminal.written) > before, "the next field")


def test_a_project_that_is_set_up_is_opened_and_its_file_is_private(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for("No project is configured yet.")
        terminal.send(ENTER)
        terminal.wait_for("Set up a project")
        terminal.send(ENTER)
        terminal.wait_for("RC_ACME_KEY", "is not set")
        for answer in ("proj1ab2c3d4", "acme"):
            terminal.send(answer)
            terminal.wait_for(answer)
            next_field(terminal)
        next_field(terminal)
        terminal.send(ENTER)
        terminal.wait_for("acme", "RC_ACME_KEY", "| Find", "is kept in")
        leave_at_once(terminal)
    config = tmp_path / ".config" / "rctui" / "config.toml"
    assert "proj1ab2c3d4" in config.read_text()
    assert config.stat().st_mode & 0o777 == 0o600
    assert config.parent.stat().st_mode & 0o777 == 0o700
