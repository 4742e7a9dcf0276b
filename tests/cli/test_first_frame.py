"""The first frame, as bytes."""

from __future__ import annotations

import subprocess
import sys

from rctui.cli.first_frame import frame
from rctui.config.first_look import FirstLook, ProjectLook
from rctui.text.safe_text import label, safe
from rctui.wiring.first_words import demo_words, live_words

_HEAVY = "asyncio textual rich httpx pydantic starlette dataclasses tomllib"


def test_it_says_where_one_is_and_draws_an_empty_box() -> None:
    drawn = frame((label("rctui"), label("Acme"), label("Find")), 80, box=True)
    assert "rctui | Acme | Find" in drawn
    assert drawn.endswith("\x1b[2;2H\x1b[7m \x1b[m")
    assert "\x1b[7m" not in frame((label("rctui"),), 80, box=False)


def test_a_name_can_neither_break_out_of_the_line_nor_overflow_it() -> None:
    drawn = frame((label("rctui"), safe("東京\x1b[2J" * 40), label("Find")), 60, box=False)
    text = drawn.removeprefix("\x1b[H\x1b[2J\x1b[1m").removesuffix("\x1b[m")
    assert "\x1b" not in text
    assert len(text) < 60


def test_the_words_are_the_chosen_projects() -> None:
    looks = (
        ProjectLook("a", "Acme", "open", high_risk=True, theme="auto"),
        ProjectLook("b", "Birch", "read-only", high_risk=False, theme="auto"),
    )
    acme = live_words(FirstLook(looks, "a"), read_only=False)
    assert [words.plain for words in acme] == ["Acme HIGH RISK"]
    birch = live_words(FirstLook(looks, "b"), read_only=False)
    assert [words.plain for words in birch] == ["Birch", "READ-ONLY"]
    assert [words.plain for words in demo_words(read_only=True)] == ["Skylark Demo", "READ-ONLY"]
    assert live_words(FirstLook(), read_only=False) == ()


def test_the_demos_first_frame_needs_nothing_heavy() -> None:
    code = (
        "import sys, rctui.cli.main, rctui.cli.first_frame, rctui.wiring.first_words as words;"
        "words.demo_words(read_only=False);"
        f"print([name for name in {_HEAVY!r}.split() if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
