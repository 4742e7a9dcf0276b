from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest
from textual._parser import Parser
from textual.drivers.linux_driver import LinuxDriver

from rctui.tui.driver.terminal_driver import HUNG_UP
from tests.tui.driver.terminal import Terminal
from tests.tui.driver.test_input_guard import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = "rctui.tui.driver.terminal_driver:TerminalDriver"
LEAN = "rctui.tui.driver.lean_driver:LeanDriver"


@pytest.fixture(
    params=[(PLAIN, ""), (PLAIN, "--mouse"), (LEAN, "--mouse")],
    ids=["plain, no mouse", "plain, mouse", "lean, mouse"],
)
def terminal(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    with Terminal("tests.tui.driver.key_log_app", *request.param) as terminal:
        terminal.wait_for("ready")
        terminal.wait_for("<80x24>")
        yield terminal


def test_answers_run_no_action_and_the_next_key_works(terminal: Terminal) -> None:
    terminal.type(b"".join(ANSWERS.values()))
    terminal.type(b"caf\xe9\xff\xfe\xe2\x82 z")
    terminal.wait_for("<z>")
    assert terminal.text.count("ACTED") == 3  # c, a and f were typed
    assert terminal.text.count("<replacement_character>") == 4


def test_typed_keys_pastes_and_the_end_work(terminal: Terminal) -> None:
    terminal.type(b"\x1b")
    terminal.wait_for("<escape>")
    terminal.type(b"]")
    terminal.wait_for("<right_square_bracket>")
    terminal.type(b"\x1b[200~hello")
    terminal.wait_for("<paste hello>")
    terminal.type(b"q")
    assert terminal.wait_for_end() == 3


def test_a_resized_terminal_is_noticed(terminal: Terminal) -> None:
    terminal.resize(60, 20)
    terminal.wait_for("<60x20>")
    terminal.type(b"z")
    terminal.wait_for("<z>")


def test_mouse_reports_are_asked_for_only_with_a_mouse(
    terminal: Terminal, request: pytest.FixtureRequest
) -> None:
    with_mouse = "no mouse" not in request.node.name
    assert (b"\x1b[?1006h" in terminal.sent) is with_mouse
    terminal.type(b"\x1b[<0;3;4M\x1b[<0;3;4mz")
    terminal.wait_for("<z>")


def test_everything_switched_on_is_switched_off_again(terminal: Terminal) -> None:
    for on in (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1004h", b"\x1b[?2004h", b"\x1b[>25u"):
        assert on in terminal.sent
    assert b"\x1b[?2026$p" in terminal.sent
    terminal.type(b"q")
    terminal.wait_for_end()
    for off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1004l", b"\x1b[?2004l", b"\x1b[<u"):
        assert off in terminal.sent
    assert "␛".encode() not in terminal.sent


def test_a_terminal_that_is_gone_ends_the_program() -> None:
    with Terminal("tests.tui.driver.key_log_app", PLAIN, "--ignore-hang-up") as terminal:
        terminal.wait_for("<80x24>")
        assert terminal.hang_up() == HUNG_UP


def test_textual_still_has_the_places_the_driver_stands_in() -> None:
    assert "self.run_input_thread()" in inspect.getsource(LinuxDriver._run_input_thread)
    stock = inspect.getsource(LinuxDriver.run_input_thread)
    for used in ("XTermParser(self._debug)", "self.exit_event", "self.process_message(event)"):
        assert used in stock
    waiting = inspect.getsource(Parser.tick)
    assert "get_time() >= self._timeout_time" in waiting
