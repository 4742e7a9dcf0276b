"""The demo in a terminal, from its first frame to its last."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.program.started import (
    ENTER,
    ESC,
    SIZES,
    assert_left_as_found,
    leave,
    leave_at_once,
    started,
    to_the_list,
    typed,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", SIZES)
def test_an_email_opens_its_customer_and_q_leaves_everything_as_it_was(
    size: tuple[int, int], tmp_path: Path
) -> None:
    with started(tmp_path, "demo", size=size) as terminal:
        terminal.wait_for("Skylark Demo", "APP USER ID", "user_42")
        terminal.send("ann.lee@example.com")
        terminal.wait_for("e-mail: exact match")
        terminal.send(ENTER)
        terminal.wait_for("Has pro until", "via Play Store Pro monthly", "Ann Lee")
        terminal.send("2")
        terminal.wait_for("2[Subs", "Active")
        terminal.send("q")
        terminal.wait_for("| Find", "APP USER ID")
        leave(terminal)
    assert list(tmp_path.iterdir()) == []


def test_a_customer_can_be_named_at_once(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("| Customer", "Has pro until")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)


@pytest.mark.parametrize("driver", [(), ("--plain-driver",)])
def test_the_smallest_terminal_shows_header_box_list_and_footer(
    driver: tuple[str, ...], tmp_path: Path
) -> None:
    with started(tmp_path, "demo", *driver, size=(60, 16)) as terminal:
        terminal.wait_for("APP USER ID", "user_42", "? Help  ctrl+q Quit")
        terminal.send("kim_phone")
        lines = terminal.wait_for("kim_phone", "App User ID", "left").splitlines()
        assert len(lines) == 16
        assert lines[0].startswith("rctui | Skylark Demo | Find")
        assert "kim_phone" in lines[1]
        assert "enter Find" in lines[-1]
        assert sum("user_42" in line for line in lines) == 1
        assert all(len(line) <= 60 for line in lines)
        terminal.send(ENTER)
        lines = terminal.wait_for("| Customer", "1[E", "q Back").splitlines()
        assert "kim_phone" in lines[1]
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)


def test_a_window_that_changes_its_size_is_drawn_anew(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until", "q Back")
        terminal.resize(60, 16)
        terminal.wait_until(lambda text: "q Back" in text.splitlines()[-1], "the footer below")
        terminal.resize(120, 40)
        terminal.wait_until(lambda text: "q Back" in text.splitlines()[-1], "the footer below")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)


def test_ctrl_q_leaves_from_anywhere(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until")
        terminal.send("?")
        terminal.wait_for("| Help")
        leave_at_once(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_restores_the_terminal(number: signal.Signals, tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("user_42", "q Quit")
        terminal.process.send_signal(number)
        terminal.wait_for_end()
        assert_left_as_found(terminal)
        assert b"Traceback" not in terminal.written


def test_keys_typed_before_the_first_frame_are_not_lost(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.send("ann.lee@example.com")
        terminal.wait_for("ann.lee@example.com", "e-mail: exact match")
        terminal.send(ENTER)
        terminal.wait_for("Has pro until")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)


def test_a_pasted_ticket_is_searched_and_never_typed(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("user_42", "q Quit")
        terminal.paste("Hi,\nmy account is ann.lee@example.com\nq\n:quit\n!")
        terminal.wait_for("ann.lee@example.com", "| Find")
        terminal.send(ENTER)
        terminal.wait_for("Ann Lee")
        leave_at_once(terminal)


def test_only_esc_or_down_leaves_the_box_so_a_q_in_it_is_text(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("user_42", "q Quit")
        terminal.send("q")
        terminal.wait_until(lambda text: typed(text) == "q", "q in the box")
        to_the_list(terminal, ESC)
        terminal.send("?")
        terminal.wait_for("| Help")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
