from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from rctui.tui.driver.input_guard import PASTE_AT_MOST, QUIET, InputGuard
from tests.tui.driver.reading import by_textual_alone, messages

ANSWERS = {
    "primary attributes": b"\x1b[?62;4c",
    "secondary attributes": b"\x1b[>41;379;0c",
    "tertiary attributes": b"\x1bP!|00000000\x1b\\",
    "name and version": b"\x1bP>|XTerm(379)\x1b\\",
    "status": b"\x1b[0n",
    "colour scheme": b"\x1b[?997;1n",
    "background, BEL": b"\x1b]11;rgb:dddd/eeee/ffff\x07",
    "background, ST": b"\x1b]11;rgb:dddd/eeee/ffff\x1b\\",
    "palette": b"\x1b]4;1;rgb:dd/bb/aa\x1b\\",
    "clipboard": b"\x1b]52;c;ZGVsZXRl\x07",
    "title": b"\x1b]lyes delete\x1b\\",
    "icon title": b"\x1b]Lyes\x07",
    "setting": b"\x1bP1$r0m\x1b\\",
    "setting, echoed with a line end": b"\x1bP0$rdelete\ry\x1b\\",
    "capability": b"\x1bP1+r5443=787465726d\x1b\\",
    "checksum": b"\x1bP1!~D00D\x1b\\",
    "graphics": b"\x1b_Gi=31;OK\x1b\\",
    "private message": b"\x1b^GRBD\x1b\\",
    "start of string": b"\x1bXGRBD\x1b\\",
    "keyboard flags": b"\x1b[?25u",
    "another mode": b"\x1b[?2027;0$y",
    "mode without a question mark": b"\x1b[4;2$y",
    "window in cells": b"\x1b[8;24;80t",
    "window in pixels": b"\x1b[4;600;800t",
    "terminal parameters": b"\x1b[2;1;1;128;128;1;0x",
    "sixel geometry": b"\x1b[?1;0;256S",
    "eight-bit attributes": "\x9b?62;4c".encode(),
    "eight-bit string": "\x9d11;rgb:dd/ee/ff\x9c".encode(),
    "cut off by CAN": b"\x1b]11;rgb:dd\x18",
}
TYPED = [
    b"a", b"Z", b"7", b"]", b"P", b"\r", b"\t", b"\x7f", b"\x03", "ü".encode(), "漢".encode(),
    b"\x1b[A", b"\x1b[1;5C", b"\x1bOP", b"\x1b[5~", b"\x1b[97;;97u", b"\x1b[1;5t", b"\x1b[Z",
    b"\x1b[<0;3;4M", b"\x1b[<0;3;4m", b"\x1b[I", b"\x1b[O", b"\x1b[?2026;2$y",
    b"\x1b[48;30;100;600;1000t", b"\x1b[200~pasted \xc3\xbc\ntext\x1b[201~",
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_no_keys_and_the_next_key_works(answer: bytes) -> None:
    assert messages(answer + b"n") == ["key n"]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_no_keys_wherever_it_is_cut(answer: bytes) -> None:
    for place in range(1, len(answer)):
        assert messages(answer[:place], answer[place:], b"n") == ["key n"]
    assert messages(*(bytes([byte]) for byte in answer), b"n") == ["key n"]


def test_an_unmistakable_beginning_is_kept_for_a_second() -> None:
    assert messages(b"\x1b[?62", b";4cn", pause=0.5) == ["key n"]


@given(
    st.lists(st.sampled_from(TYPED + list(ANSWERS.values())), max_size=8),
    st.sets(st.integers(0, 200)),
)
@settings(max_examples=150)
def test_answers_between_keys_take_nothing_away_wherever_reads_are_cut(
    parts: list[bytes], cuts: set[int]
) -> None:
    typed = b"".join(part for part in parts if part in TYPED)
    assert messages(*split(b"".join(parts), cuts)) == by_textual_alone(typed)


@given(st.text("\x1b\x1b[]P?>1;48$yc\\\x07\x18_la~t", max_size=40), st.sets(st.integers(0, 60)))
@settings(max_examples=300)
def test_any_bytes_mean_the_same_wherever_reads_are_cut(text: str, cuts: set[int]) -> None:
    assert messages(*split(text.encode(), cuts)) == messages(text.encode())


@given(st.binary(max_size=60))
def test_no_bytes_end_the_program(data: bytes) -> None:
    assert "key f12" in messages(data, b"\x18\x1b[24~", pause=QUIET * 2)


@given(st.text("\x1b[]P_^XlL?>!1;$+r\\acG", max_size=12))
def test_keys_typed_by_hand_all_arrive(typed: str) -> None:
    apart = [one for key in typed for one in by_textual_alone(key.encode())]
    assert messages(*(key.encode() for key in typed), pause=constants.ESCAPE_DELAY * 1.5) == apart


@pytest.mark.parametrize("chord", [b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b[", b"\x1bX"])
def test_chords_that_begin_like_an_answer_wait_no_longer_than_textual_waits(chord: bytes) -> None:
    guard = InputGuard(0.1)
    assert guard.feed(chord.decode(), 0.0) == ""
    assert guard.expire(0.05) == ""
    assert guard.expire(0.1) == chord.decode()


def test_each_beginning_is_kept_for_its_own_time() -> None:
    guard = InputGuard(0.1)
    assert guard.feed("\x1b", 0.0) == ""
    assert guard.feed("[A\x1b", 0.09) == "\x1b[A"
    assert guard.expire(0.12) == ""
    assert guard.expire(0.2) == "\x1b"


@pytest.mark.parametrize("sequence", ANSI_SEQUENCES_KEYS)
def test_no_key_that_textual_knows_is_taken_for_an_answer(sequence: str) -> None:
    if sequence == "\x9b":  # in UTF-8 no keyboard sends it; here it is an eight-bit CSI
        return
    guard = InputGuard(0.1)
    assert guard.feed(sequence, 0.0) + guard.expire(9.0) == sequence


@pytest.mark.parametrize(
    "begun", [b"\x1b]11;rgb:dd", b"\x1bP1$rgrant", b"\x1b_Gi=1", b"\x1b[?62;4", b"\x1b]11;r\x1b"]
)
def test_an_answer_that_never_ends_is_given_up_after_a_second(begun: bytes) -> None:
    assert messages(begun, b"n", pause=QUIET) in (["key n"], ["key escape", "key n"])


def test_an_escape_sequence_ends_a_string_that_never_ends() -> None:
    assert messages(b"\x1b]11;rgb:dd", b"\x1b[A") == ["key up"]


def test_an_endless_string_keeps_no_memory() -> None:
    guard = InputGuard(0.1)
    assert guard.feed("\x1b]52;c;", 0.0) == ""
    assert guard.feed("A" * 1_000_000, 0.0) == ""
    assert guard._kept == ""


@pytest.mark.parametrize("start", ["\x1b[?1", "\x1b[1", "\x1b]l", "\x1bX", "\x1bP1", "\x1b]1"])
def test_what_may_become_an_answer_is_kept_only_so_long(start: str) -> None:
    guard = InputGuard(0.1)
    passed = "".join(guard.feed(start[-1], 0.0) for _ in range(5000))
    assert len(passed) == 5000
    guard.feed(start, 0.0)
    for _ in range(5000):
        guard.feed(start[-1], 0.0)
    assert len(guard._kept) < 1100


def test_bytes_that_are_not_utf_8_are_replaced() -> None:
    assert messages(b"caf\xe9 d\xff\xfe") == [
        "key c", "key a", "key f", "key replacement_character", "key space", "key d",
        "key replacement_character", "key replacement_character",
    ]  # fmt: skip


def test_a_paste_that_never_ends_is_closed_after_a_second() -> None:
    assert messages(b"\x1b[200~hello", b"n", pause=QUIET) == ["paste hello", "key n"]


def test_a_paste_holds_no_escape_and_runs_no_keys() -> None:
    pasted = b"\x1b[200~a\x1bb\x1b]11;c\x07\x1b[31md\x1b[201~n"
    assert messages(pasted) == ["paste ab]11;c\x07[31md", "key n"]


def test_a_paste_is_bounded_and_its_rest_is_no_keys() -> None:
    paste, *after = messages(b"\x1b[200~" + b"x" * (PASTE_AT_MOST + 9) + b"\x1b[201~n")
    assert (len(paste), after) == (len("paste ") + PASTE_AT_MOST, ["key n"])


@pytest.mark.parametrize(
    ("report", "read"),
    [
        (b"\x1b[48;0;0;0;0t", []),
        (b"\x1b[48;40;120;800;1200t", ["resize 120x40"]),
        (b"\x1b[48;65000;65000;0;0t", ["resize 500x250"]),
        (b"\x1b[48;40:1;120:2;800;1200t", ["resize 120x40"]),
    ],
)
def test_resizes_are_kept_within_bounds(report: bytes, read: list[str]) -> None:
    assert messages(report) == read


def test_a_terminal_without_pixel_sizes_still_has_a_mouse() -> None:
    read = messages(b"\x1b[48;24;80;0;0t\x1b[<0;3;4M")
    assert read == ["resize 80x24", "mouse MouseDown 2,3"]


@pytest.mark.parametrize(
    ("sequence", "read"),
    [
        (b"\x1b[97;1:1;97u", ["key a"]),
        (b"\x1b[97:65;2;65u", ["key A"]),
        (b"\x1b[97;1:2;97u", ["key a"]),
        (b"\x1b[97;1:3u", []),
        (b"\x1b[99999999u", []),
        (b"\x1b[97;;55296u", []),
        (b"\x1b[97;9999999u", []),
    ],
)
def test_coded_keys_are_made_readable_or_dropped(sequence: bytes, read: list[str]) -> None:
    assert messages(sequence) == read


def split(data: bytes, cuts: set[int]) -> list[bytes]:
    """The bytes cut at these places."""
    places = [0, *sorted(cut for cut in cuts if 0 < cut < len(data)), len(data)]
    return [data[start:end] for start, end in pairwise(places)]
