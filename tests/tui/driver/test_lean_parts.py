from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rctui.tui.driver.cells import UNKNOWN, WIDE, Clusters, marks
from rctui.tui.driver.lean_output import LeanOutput
from rctui.tui.driver.looks import PLAIN
from rctui.tui.driver.row_difference import changed_spans
from rctui.tui.driver.screen_model import Row
from rctui.tui.driver.scrolling import Scroll, find_scroll
from tests.tui.driver.frames import Shown, full_frame, partial_frame

BLUE = Style(color="#102030")


def row(cells: str, looks: str = "") -> Row:
    return Row(cells, looks or PLAIN * len(cells))


def lines(*texts: str) -> list[Strip]:
    return [Strip([Segment(text)]).adjust_cell_length(40) for text in texts]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", "plain"),
        ("né │", "né │"),
        ("漢字", f"漢{WIDE}字{WIDE}"),
        ("\u200bab", "ab"),
    ],
)
def test_text_becomes_one_character_for_each_cell(text: str, cells: str) -> None:
    assert Clusters().cells(text) == cells


@pytest.mark.parametrize(
    "text", ["e\u0301x", "❤\ufe0f!", "👩\u200d💻", "🎉 ok", "한국", "a\u200db"]
)
def test_cells_give_back_their_text(text: str) -> None:
    clusters = Clusters()
    assert clusters.text(clusters.cells(text)) == text


def test_a_mark_at_the_beginning_belongs_to_the_cell_before() -> None:
    clusters = Clusters()
    assert marks("\u0301\u0327ab") == "\u0301\u0327"
    assert clusters.text(clusters.marked("xe", "\u0301")) == "xe\u0301"
    assert len(clusters.marked("xe", "\u0301")) == 2


def test_a_mark_styled_apart_from_its_letter_is_drawn_with_it() -> None:
    strip = Strip([Segment("e", Style(bold=True)), Segment("\u0301b")])
    drawn = LeanOutput(2, 1).lean(full_frame([strip]))
    assert "e\u0301" in drawn


PAID = Strip([Segment("🎉", BLUE), Segment(" paid out!", BLUE)])


def test_what_follows_a_disputed_character_is_placed_and_not_left_to_the_terminal() -> None:
    output = LeanOutput(12, 1)
    output.lean(full_frame([Strip([Segment("-" * 12, BLUE)])]))
    assert "  \r🎉\x1b[1;3H paid" in output.lean(full_frame([PAID]))


@pytest.mark.parametrize("cluster", ["🎉", "漢", "e\u0301", "x"])
@pytest.mark.parametrize("before", ["", "a", "abcdefgh", "漢字"])
def test_a_cluster_at_the_edge_of_the_screen_is_drawn_there(cluster: str, before: str) -> None:
    columns = cell_len(before) + cell_len(cluster)
    shown, output = Shown(columns, 1), LeanOutput(columns, 1)
    output.lean(full_frame([Strip([Segment(before), Segment(cluster, BLUE)])]))
    shown.feed(output.redraw())
    cells = [cell.data for cell in shown.cells()[0]]
    assert "".join(cells) == unicodedata.normalize("NFC", before + cluster)
    assert unicodedata.normalize("NFC", cluster) in cells


def test_a_disputed_character_in_a_frame_sent_as_it_is_is_drawn_again_with_its_row() -> None:
    output = LeanOutput(12, 1)
    frame = full_frame([Strip([Segment("a🎉 paid out", BLUE)])])
    assert output.lean(frame) == frame
    assert "🎉" in output.lean(frame)


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        ("abcdefghijkl", "abcdefghijkl", []),
        ("abcdefghijkl", "Xbcdefghijkl", [(0, 1)]),
        ("abcdefghijkl", "XbcdefghijkY", [(0, 1), (11, 12)]),
        ("abcdefghijkl", "XbcdeFghijkl", [(0, 6)]),
        ("abcdefghijkl", "XbcdefGhijkl", [(0, 1), (6, 7)]),
        (f"漢{WIDE}abc", f"字{WIDE}abc", [(0, 2)]),
        (f"a漢{WIDE}bc", f"a字{WIDE}bX", [(1, 5)]),
        ("abcdef", f"ab{UNKNOWN}dXf", [(4, 5)]),
        (UNKNOWN * 6, f"ab{UNKNOWN}def", [(0, 2), (3, 6)]),
    ],
)
def test_only_changed_cells_are_written(old: str, new: str, spans: list[tuple[int, int]]) -> None:
    assert changed_spans(row(old), row(new)) == spans


def test_unchanged_cells_of_another_look_are_stepped_over() -> None:
    looks = f"{PLAIN}\u0101\u0101{PLAIN}"
    assert changed_spans(row("abcd", looks), row("XbcY", looks)) == [(0, 1), (3, 4)]


def test_a_changed_look_is_a_change() -> None:
    assert changed_spans(row("abc"), row("abc", f"{PLAIN}\u0101{PLAIN}")) == [(1, 2)]


def test_moved_rows_are_found() -> None:
    old = [row(f"line {number}") for number in range(10)]
    moved = {y: row(f"line {y + 2}") for y in range(1, 9)}
    assert find_scroll(old, moved) == Scroll(1, 9, 2)


def test_rows_that_only_a_few_match_are_not_moved() -> None:
    old = [row(f"line {number}") for number in range(10)]
    assert find_scroll(old, {1: old[3], 2: old[4], 3: row("other!"), 4: row("more !")}) is None


def test_unknown_rows_are_never_moved() -> None:
    old = [row(f"line {number}") for number in range(10)]
    old[4] = row(UNKNOWN * 6)
    assert find_scroll(old, {y: row(f"line {y + 2}") for y in range(1, 9)}) is None


def test_a_frame_outside_the_screen_is_left_out() -> None:
    output = LeanOutput(40, 2)
    drawn = output.lean(full_frame(lines("first", "second", "third", "fourth")))
    assert "second" in drawn
    assert "third" not in drawn


def test_a_wide_character_that_would_stick_out_is_left_out() -> None:
    output = LeanOutput(5, 1)
    assert "漢" not in output.lean(full_frame([Strip([Segment("abcd漢")])]))


def test_the_same_frame_again_sends_nothing_and_another_cursor_only_that() -> None:
    output = LeanOutput(40, 3)
    frame = full_frame(lines("a", "b", "c"))
    assert output.lean(frame)
    assert output.lean(frame) == ""
    assert output.lean(frame.removesuffix("\x1b[1;1H") + "\x1b[3;2H") == "\x1b[3;2H"


@pytest.mark.parametrize(("place", "shown"), [(0, "x ab"), (1, " xab")])
def test_half_a_wide_character_moves_nothing_else(place: int, shown: str) -> None:
    output, terminal = LeanOutput(4, 1), Shown(4, 1)
    output.lean(full_frame([Strip([Segment("漢ab")])]))
    output.lean(partial_frame({0: Strip([Segment("x")])}, place, 1))
    terminal.feed(output.redraw())
    assert terminal.screen.display == [shown]


def test_redraw_undoes_what_other_programs_left() -> None:
    output, terminal = LeanOutput(6, 3), Shown(6, 3)
    terminal.feed(output.lean(full_frame([Strip([Segment("qqqqqq")])])))
    terminal.feed("\x1b(0\x1b[2;3r\x1b[31m\x1b[?7hgarbage garbage garbage")
    terminal.feed(output.redraw())
    assert terminal.screen.display == ["qqqqqq", " " * 6, " " * 6]
    assert terminal.cells()[0][0].fg == "default"
    assert terminal.screen.margins is None


def test_the_cursor_stays_where_writing_ended_when_a_frame_does_not_place_it() -> None:
    terminal = Shown(6, 3)
    terminal.feed(LeanOutput(6, 3).lean("\x1b[2;1Habc"))
    assert terminal.cursor() == (3, 1)


def test_a_frame_outside_the_screen_is_never_sent_as_it_is() -> None:
    frame = "\x1b[1;1H🎉🎉🎉\x1b[2;1Hx\x1b[1;1H"
    assert LeanOutput(12, 2).lean(frame) == frame
    assert "x" not in LeanOutput(12, 1).lean(frame)


def test_many_looks_start_the_model_anew() -> None:
    output = LeanOutput(40, 2)
    frame = full_frame(lines("kept"))
    output.lean(frame)
    for number in range(50_100):
        output._screen.palette.code(f"38;2;{number >> 8};{number & 255};0")
    assert "kept" in output.lean(frame)
    assert not output._screen.is_full


def test_the_next_row_is_reached_over_cells_that_stay_where_that_is_shorter() -> None:
    output = LeanOutput(40, 3)
    output.lean(full_frame(lines("  aaaa", "  aaaa", "  aaaa")))
    sent = output.lean(full_frame(lines("  bbbb", "  bbbb", "  aaaa")))
    assert sent == "\x1b[1;3Hbbbb\r\n  bbbb\x1b[H"


def test_blanks_behind_the_last_letter_are_erased() -> None:
    output = LeanOutput(40, 2)
    output.lean(full_frame(lines("aaaaaaaaaaa end", "")))
    sent = output.lean(full_frame(lines("bbbb        end", "")))
    assert sent == "\x1b[Hbbbb\x1b[7X\r"
