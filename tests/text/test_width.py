from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import label, safe
from rctui.text.width import (
    cell_width,
    cut,
    cut_between,
    cut_middle,
    fit,
    second_part_at,
    wrap,
    wrap_readably,
)

WIDTHS = st.integers(min_value=0, max_value=40)


@given(st.text(max_size=60), WIDTHS)
def test_a_fitted_text_covers_exactly_its_width(value: str, width: int) -> None:
    assert cell_width(fit(safe(value), width)) == width


@given(st.text(max_size=60), WIDTHS)
def test_a_cut_text_never_covers_more(value: str, width: int) -> None:
    assert cell_width(cut(safe(value), width)) <= width
    assert cell_width(cut_middle(safe(value), width)) <= width


def test_numbers_line_up_on_the_right() -> None:
    assert fit(safe("80"), 5, align="right").plain == "   80"


def test_ids_keep_both_ends() -> None:
    anonymous = safe("$RCAnonymousID:0123456789abcdef0123456789abcdef")
    assert cut_middle(anonymous, 20).plain == "$RCAnonymousI…abcdef"


def test_a_wide_character_is_not_split() -> None:
    assert fit(safe("漢字漢字"), 4).plain == "漢 …"


@given(st.text(max_size=200), st.integers(1, 40), st.integers(0, 12))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: int, indent: int) -> None:
    lines = wrap(safe(text), width, indent)
    assert all(cell_width(line) <= max(2, width) for line in lines)
    together = "".join(line.plain for line in lines)
    assert together.replace(" ", "") == safe(text).plain.replace(" ", "")


def test_a_long_line_breaks_at_a_space_and_continues_below_itself() -> None:
    lines = wrap(label("name  a value of several words"), 16, indent=6)
    assert [line.plain for line in lines] == ["name  a value of", "      several", "      words"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert [line.plain for line in wrap(label("漢字漢字"), 5)] == ["漢字", "漢字"]


def test_what_is_between_two_ends_is_left_out_where_that_saves_room() -> None:
    assert cut_between(safe("abcdefgh"), 2, 3).plain == "ab…fgh"
    assert cut_between(safe("abcdef"), 2, 3).plain == "abcdef"


def test_second_parts_stand_below_each_other() -> None:
    shown = [second_part_at(safe(text), 8).plain for text in ("iOS 6.4", "android 5", "web", "")]
    assert shown == ["iOS     6.4", "android 5", "web", ""]
    assert second_part_at(safe("a longer one"), 1).plain == "a longer one"


def test_a_few_last_words_do_not_stand_alone_where_one_line_holds_all() -> None:
    words = label("word " * 24)  # 120 cells
    assert len(wrap_readably(words, 130)) == 1
    assert [cell_width(line) for line in wrap_readably(words, 110)] == [99, 20]
