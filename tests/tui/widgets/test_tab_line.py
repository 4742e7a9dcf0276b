from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import SafeText, join
from rctui.text.width import cell_width
from rctui.tui.customer.tabs import TABS, Tab
from rctui.tui.widgets.tab_line import tab_parts

OPEN = st.sampled_from(TABS)
TROUBLED = st.sets(st.sampled_from(TABS[:7])).map(frozenset)


def shown(open_tab: Tab, troubled: frozenset[Tab], width: int) -> SafeText:
    return join("", [words for words, _ in tab_parts(open_tab, troubled, width)])


@given(OPEN, TROUBLED, st.integers(78, 200))
def test_all_nine_tabs_fit_from_80_columns_on(
    open_tab: Tab, troubled: frozenset[Tab], width: int
) -> None:
    assert cell_width(shown(open_tab, troubled, width)) <= width


@given(OPEN, TROUBLED, st.integers(58, 200))
def test_the_open_tab_and_those_in_trouble_are_told_without_a_colour(
    open_tab: Tab, troubled: frozenset[Tab], width: int
) -> None:
    text = shown(open_tab, troubled, width).plain
    assert text.count("[") == 1
    assert f"{open_tab.number}[" in text
    assert text.count("!") == len(troubled)
    assert [tab.number for tab in TABS if str(tab.number) not in text] == []


@given(OPEN, TROUBLED, st.integers(30, 200))
def test_no_width_breaks_the_line(open_tab: Tab, troubled: frozenset[Tab], width: int) -> None:
    assert cell_width(shown(open_tab, troubled, width)) <= max(width, 78)


def test_there_are_long_titles_where_there_is_room() -> None:
    assert "Subscriptions" in shown(TABS[0], frozenset(), 118).plain
    assert "Subs " in shown(TABS[0], frozenset(), 78).plain


@given(OPEN, TROUBLED, st.integers(30, 200))
def test_no_name_is_cut(open_tab: Tab, troubled: frozenset[Tab], width: int) -> None:
    named = set(re.findall("[A-Za-z]+", shown(open_tab, troubled, width).plain))
    assert named <= {words.plain for tab in TABS for words in (tab.title, tab.short)}


def test_a_narrow_line_has_digits_and_the_name_of_the_open_tab() -> None:
    assert shown(TABS[3], frozenset(), 58).plain == "1  2  3  4[Aliases]  5  6  7  8  9"
