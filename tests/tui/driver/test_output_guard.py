from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rctui.tui.driver.lean_output import LeanOutput
from rctui.tui.driver.output_guard import is_control, safe_frame
from tests.tui.driver.frames import full_frame

HOSTILE = {
    "colour query": "\x1b]11;?\x1b\\",
    "palette query": "\x1b]4;1;?\x07",
    "setting query": "\x1bP$qm\x1b\\",
    "attributes query": "\x1b[c",
    "title": "\x1b]0;PWNED\x07",
    "screen cleared": "\x1b[2J",
    "reset": "\x1bc",
    "alternate screen off": "\x1b[?1049l",
    "paste mode off": "\x1b[?2004l",
    "eight-bit query": "\x9d11;?\x9c",
    "eight-bit attributes": "\x9bc",
    "other alphabet": "\x0e",
    "enquiry": "\x05",
    "line end": "a\nb",
    "back to the start": "a\rb",
    "delete": "\x7f",
    "lone surrogate": "\ud800",
    "last planes": "\U000f0001\U0010fffd\uffff",
}
ANY_CHARACTER = st.characters(codec=None, categories=None)
ANY_TEXT = st.text(st.sampled_from("\x1b[]?;\\mHc1\n\x07\x9b") | ANY_CHARACTER, max_size=30)
ALLOWED = re.compile(
    r"(?:[^\x00-\x1f\x7f-\x9f\ud800-\udfff]|\x1b\[[\d;]*[mHKXCDGLMr]|\r\n|\r|\n(?=\n*\x1b\[))*"
)


def frame_with(text: str) -> str:
    return full_frame([Strip([Segment("x "), Segment(text, Style(bold=True))], 40)])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_control_characters_inside_text_are_not_sent(text: str) -> None:
    guarded = safe_frame(frame_with(text))
    assert ALLOWED.fullmatch(guarded)
    assert ALLOWED.fullmatch(LeanOutput(40, 3).lean(guarded))
    assert text not in guarded


@given(ANY_TEXT)
def test_whatever_the_text_a_frame_only_moves_styles_and_writes(text: str) -> None:
    guarded = safe_frame(frame_with(text))
    assert ALLOWED.fullmatch(guarded)
    assert ALLOWED.fullmatch(LeanOutput(40, 3).lean(guarded))


@given(ANY_TEXT)
def test_no_text_makes_a_frame_a_control_sequence(text: str) -> None:
    assert not is_control(frame_with(text))


def test_control_characters_become_visible() -> None:
    assert "x \x1b[1m␛]11;?␇␡�\x1b[0m" in safe_frame(frame_with("\x1b]11;?\x07\x7f\x9b"))


def test_a_clean_frame_is_not_touched() -> None:
    frame = full_frame([Strip([Segment("漢字 é", Style(color="red"))], 6)] * 3)
    assert safe_frame(frame) is frame


def test_links_are_left_out() -> None:
    frame = full_frame([Strip([Segment("docs", Style(link="https://example.com"))], 4)])
    assert safe_frame(frame) == "\x1b[1;1Hdocs\x1b[1;1H"


@pytest.mark.parametrize(
    "control",
    [
        "\x1b[?1049h", "\x1b[?1049l", "\x1b[?25l", "\x1b[?1006h", "\x1b[?2004h", "\x1b[?2026$p",
        "\x1b[?2048$p", "\x1b[?2026h", "\x1b[>25u", "\x1b[<u", "\x07", "\x1b]52;c;YQ==\x07",
        "\x1b]22;pointer\x07",
    ],
)  # fmt: skip
def test_what_textual_sends_apart_from_frames_is_known(control: str) -> None:
    assert is_control(control)


@pytest.mark.parametrize(
    "other",
    ["", "\x1b[c", "\x1b[?1$p", "\x1b]52;c;?\x07", "\x1b]22;?\x07", "\x1b[6n", "\x1b[?25l\x1b[c"],
)
def test_nothing_else_is(other: str) -> None:
    assert not is_control(other)
