"""A customer whose texts want to drive the terminal, seen through every screen.

What such text becomes is checked where it counts: in the bytes that the terminal gets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from rctui.demo.dataset.odd_names import HOSTILE_ID
from tests.program.started import DOWN, ENTER, ESC, SIZES, leave, started, typed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pseudo_terminal import PseudoTerminal

FROM_DATA: Final = (
    b"\x1b]52;c;cm0gLXJmIH4=",
    b"\x1b]0;owned",
    b"\x1b[2J",
    b"\x1b[c",
    b"\x1bP$q",
    b"\x1b[31mRed",
    b"\x1b[5m",
    b"\x05",
    "\x9b".encode(),
    "\x9c".encode(),
    "\u202e".encode(),
    "\u2066".encode(),
    "\u2028".encode(),
    "\U000e0041".encode(),
    b"\x00",
    b"\x7f",
)
"""What must never reach the terminal: it is only ever in the customer's texts."""

OUR_OWN: Final = re.compile(
    rb"\x1b\[[0-9;]*[Hm]|\x1b\[\?[0-9;]*[hl$p]+|\x1b\[[<>][0-9]*u|\x1b\[[0-9;]*[A-Za-z@]"
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b\]22;[a-z-]*\x07|\x1b[78=>M]|\x1b\([0B]|[\r\n\x08\x0f]|\x07"
)

ANSWERS: Final = (
    "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1b]11;rgb:ffff/ffff/ffff\x07",
    "\x1b[?62;1;4c",
    "\x1b[>41;379;0c",
    "\x1bP1$r0;31m\x1b\\",
    "\x1bP>|XTerm(379)\x1b\\",
    "\x1b[?2026;2$y",
    "\x1b[0n",
)
"""What terminals answer when they are asked; full of letters that are commands here."""

TABS_WITH_ROWS: Final = "124579"
_TABS: Final = re.compile(r"9.Profile")
_ENDS: Final = re.compile(r"q Back|q Quit|esc closes")
"""The last line of a screen, and that of what lies over one."""


def assert_only_our_own(terminal: PseudoTerminal) -> None:
    """No control character is left once the sequences that a frame is made of are taken out."""
    written = bytes(terminal.written)
    # The driver itself clears the screen, once and before anything is shown.
    shown = written[written.index(b"rctui | ") :]
    for sequence in FROM_DATA:
        assert sequence not in shown, sequence
    rest = OUR_OWN.sub(b"", written).decode()
    left = re.findall(r"[\x00-\x1f\x7f-\x9f].{0,20}", rest)
    assert left == []


def answer(terminal: PseudoTerminal) -> None:
    """Answer as if every query in the customer's texts had been asked."""
    for reply in ANSWERS:
        terminal.send(reply)


def open_hostile(terminal: PseudoTerminal) -> None:
    terminal.wait_for("| Customer", "Has pro until", "Red", "owned")


@pytest.mark.parametrize("driver", [(), ("--plain-driver",)])
@pytest.mark.parametrize("size", SIZES)
def test_every_tab_row_and_menu_shows_pictures_and_sends_no_sequence(
    size: tuple[int, int], driver: tuple[str, ...], tmp_path: Path
) -> None:
    with started(tmp_path, "demo", HOSTILE_ID, *driver, size=size) as terminal:
        open_hostile(terminal)
        for tab in "123456789":
            terminal.send(tab)
            terminal.wait_for(f" {tab}[")
            if tab in TABS_WITH_ROWS:
                _walk_rows(terminal)
        _walk_menus(terminal)
        shown = bytes(terminal.written).decode()
        for picture in ("␛[31mRed␛[0m", "␛]0;owned␇", "␛]52;c;cm0gLXJmIH4=␇", "<U+202E>"):
            assert picture in shown
        assert "[red]x[/red] [/nope]" in shown
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
        assert_only_our_own(terminal)
        assert "Traceback" not in shown
    assert list(tmp_path.iterdir()) == []


def _walk_rows(terminal: PseudoTerminal) -> None:
    """The detail of the first row, and back."""
    terminal.wait_until(lambda _: terminal.is_bold("> "), "a row under the cursor")
    _look(terminal, ENTER, "| Customer", back="q")


def _walk_menus(terminal: PseudoTerminal) -> None:
    for key, words in (("v", "Raw JSON"), ("?", "| Help"), ("!", "| Activity")):
        _look(terminal, key, words, back="q")
    for key, words in (("y", "Copy what?"), ("a", "What can be done here")):
        _look(terminal, key, words, back=ESC)
    _look(terminal, ":", "type to filter", back=ESC, typed=HOSTILE_ID)


def _look(terminal: PseudoTerminal, key: str, words: str, *, back: str, typed: str = "") -> None:
    """Open something that covers the customer's tabs, see it whole, and leave it again."""
    terminal.send(key)
    terminal.wait_until(
        lambda text: words in text and not _TABS.search(text) and _ENDS.search(text) is not None,
        words,
    )
    if typed:
        terminal.send(typed)
        terminal.wait_until(lambda text: words not in text, typed)
    terminal.send(back)
    terminal.wait_until(
        lambda text: _TABS.search(text) is not None and "q Back" in text, "the customer's tabs"
    )


def test_what_a_terminal_answers_presses_no_key_in_the_box(tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("user_42", "q Quit")
        answer(terminal)
        terminal.send("xyz")
        text = terminal.wait_for("xyz")
        assert typed(text) == "xyz"
        leave(terminal)


def test_what_a_terminal_answers_presses_no_key_on_a_customer(tmp_path: Path) -> None:
    with started(tmp_path, "demo", HOSTILE_ID, size=(120, 40)) as terminal:
        open_hostile(terminal)
        answer(terminal)
        terminal.send("5")
        terminal.wait_for(" 5[", "clipboard", "| Customer")
        answer(terminal)
        terminal.send("2")
        terminal.wait_for(" 2[", "| Customer", "Active")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
        assert b"| Blocked" not in terminal.written
        assert b"| Projects" not in terminal.written


@pytest.mark.parametrize("cut", [1, 2, 5])
def test_an_answer_that_arrives_in_pieces_presses_no_key(cut: int, tmp_path: Path) -> None:
    with started(tmp_path, "demo") as terminal:
        terminal.wait_for("user_42", "q Quit")
        whole = ANSWERS[0] + ANSWERS[4]
        for place in range(0, len(whole), cut):
            terminal.send(whole[place : place + cut])
        terminal.send("xyz")
        assert typed(terminal.wait_for("xyz")) == "xyz"
        leave(terminal)


def test_a_hostile_attribute_is_copied_exactly_and_as_data(tmp_path: Path) -> None:
    with started(tmp_path, "demo", HOSTILE_ID, size=(120, 40)) as terminal:
        open_hostile(terminal)
        terminal.send("5")
        terminal.wait_for(" 5[", "clipboard")
        terminal.wait_until(lambda _: terminal.is_bold("> "), "a row under the cursor")
        terminal.send(DOWN)
        terminal.send("y")
        terminal.wait_for("Copy what?")
        terminal.send("r")
        terminal.wait_for("sent to the terminal")
        terminal.send("q")
        terminal.wait_for("| Find")
        leave(terminal)
        assert_only_our_own(terminal)
