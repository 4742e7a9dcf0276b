from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.tui.driver.terminal import Terminal
from tests.tui.driver.test_terminal_driver import LEAN, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

STOCK = "textual.drivers.linux_driver:LinuxDriver"
DOWN, END = b"\x1b[B", b"\x1b[1;5F"
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
SYNC_SUPPORTED = b"\x1b[?2026;2$y"
IN_BAND_SUPPORTED = b"\x1b[?2048;2$y"
IN_BAND_ON = b"\x1b[?2048h"
SYNC_START = b"\x1b[?2026h"


def started(driver: str, *, columns: int = 120) -> Terminal:
    terminal = Terminal("tests.tui.driver.table_app", driver, columns=columns, lines=40)
    terminal.wait_for("cus_000034")
    terminal.wait_for("redraw")  # the footer comes last
    return terminal


@pytest.fixture
def stock() -> Iterator[Terminal]:
    with started(STOCK) as terminal:
        yield terminal


@pytest.fixture(params=[LEAN, PLAIN], ids=["lean", "plain"])
def ours(request: pytest.FixtureRequest, stock: Terminal) -> Iterator[Terminal]:
    with started(request.param) as terminal:
        terminal.wait_until_like(stock)
        yield terminal


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with started(LEAN) as terminal:
        yield terminal


def highlighted(terminal: Terminal) -> str:
    """The customer on whose row the cursor is."""
    rows = [row for row in terminal.cells if row[2].bold and row[1].data == "c"]
    return "".join(cell.data for cell in rows[-1][1:11]) if rows else ""


def bytes_for(terminal: Terminal, keys: bytes, customer: str) -> int:
    before = len(terminal.sent)
    terminal.type(keys)
    terminal.wait_until(lambda: highlighted(terminal) == customer)
    return len(terminal.sent) - before


def test_moves_scrolls_and_pages_stay_within_their_bytes(terminal: Terminal) -> None:
    bytes_for(terminal, DOWN, "cus_000001")
    down = [bytes_for(terminal, DOWN, f"cus_{row:06}") for row in range(2, 6)]
    assert max(down) <= 320
    bytes_for(terminal, DOWN * 31, "cus_000036")
    scroll = [bytes_for(terminal, DOWN, f"cus_{row:06}") for row in range(37, 47)]
    assert sorted(scroll)[len(scroll) // 2] <= 500
    page = bytes_for(terminal, PAGE_DOWN, f"cus_{46 + 36:06}")
    assert page <= 2000


def test_the_line_adds_no_returns_until_the_program_has_gone(terminal: Terminal) -> None:
    bytes_for(terminal, PAGE_DOWN, "cus_000036")
    assert b"\r\n" in terminal.sent
    assert b"\r\r\n" not in terminal.sent
    assert not terminal.adds_returns
    terminal.type(b"z")
    terminal.wait_for_stop()
    assert terminal.adds_returns
    terminal.signal(signal.SIGCONT)
    terminal.wait_until(lambda: not terminal.adds_returns)
    terminal.type(b"q")
    assert terminal.wait_for_end() == 0
    assert terminal.adds_returns


def test_the_screen_is_the_one_that_whole_frames_draw(ours: Terminal, stock: Terminal) -> None:
    for keys in (DOWN * 3, PAGE_DOWN * 2, DOWN * 40, PAGE_UP, b"n", DOWN, b"t", END):
        ours.type(keys)
        stock.type(keys)
    stock.wait_for("cus_000999")
    stock.wait_for("saved")
    ours.wait_until_like(stock)


def test_a_resized_terminal_is_painted_anew(ours: Terminal, stock: Terminal) -> None:
    for terminal in (ours, stock):
        terminal.screen.reset()
        terminal.resize(100, 32)
        terminal.wait_for("é │ at the foot")
    ours.wait_until_like(stock)


def test_the_last_of_two_sizes_counts_however_close_they_come(ours: Terminal) -> None:
    for _ in range(6):
        ours.screen.reset()
        ours.resize(71, 32)
        ours.resize(100, 32)
        ours.wait_for("2024-01-01")  # cut off in 71 columns


def test_a_size_reported_on_the_line_of_the_keyboard_counts(
    ours: Terminal, stock: Terminal
) -> None:
    for terminal in (ours, stock):
        terminal.type(IN_BAND_SUPPORTED)
        terminal.wait_until(lambda t=terminal: IN_BAND_ON in t.sent)  # type: ignore[misc]
        terminal.screen.reset()
        terminal.resize(100, 32)
        terminal.type(b"\x1b[48;32;100;640;1000t")
        terminal.wait_for("é │ at the foot")
    ours.wait_until_like(stock)


def test_coming_back_from_suspension_paints_anew(ours: Terminal, stock: Terminal) -> None:
    ours.type(b"z")
    ours.wait_for_stop()
    ours.screen.reset()
    ours.signal(signal.SIGCONT)
    ours.wait_until_like(stock)


def test_redraw_mends_what_other_programs_wrote(ours: Terminal, stock: Terminal) -> None:
    ours.screen.reset()
    ours.type(b"l")
    ours.wait_until_like(stock)


def test_large_frames_are_held_back_only_where_the_terminal_can(terminal: Terminal) -> None:
    bytes_for(terminal, PAGE_DOWN, "cus_000036")
    assert SYNC_START not in terminal.sent
    terminal.type(SYNC_SUPPORTED)
    bytes_for(terminal, PAGE_DOWN * 2, "cus_000108")
    assert SYNC_START in terminal.sent
    synced = terminal.sent.count(SYNC_START)
    bytes_for(terminal, DOWN, "cus_000109")
    assert terminal.sent.count(SYNC_START) == synced


def test_a_key_that_changes_nothing_sends_nothing(terminal: Terminal) -> None:
    bytes_for(terminal, END, "cus_000999")
    sent = len(terminal.sent)
    terminal.type(DOWN * 20 + b"n")
    terminal.wait_for("saved")
    assert len(terminal.sent) - sent < 600
