from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import SafeText, label, safe
from rctui.text.width import cell_width
from rctui.tui.widgets.header_line import HeaderWords, header_text
from rctui.wiring.opening import ProjectFacts

WORDS = st.text("ab |ïß漢", min_size=1, max_size=30).map(safe)
PLACES = st.lists(WORDS, min_size=1, max_size=5).map(tuple)
FACTS = st.lists(WORDS, max_size=3).map(tuple)


@given(PLACES, FACTS, st.integers(1, 200))
def test_the_header_is_exactly_as_wide_as_the_screen(
    place: tuple[SafeText, ...], facts: tuple[SafeText, ...], width: int
) -> None:
    assert cell_width(header_text(HeaderWords(place, facts), width)) == width


@given(PLACES, FACTS, st.integers(1, 200))
def test_no_fact_takes_room_from_the_place(
    place: tuple[SafeText, ...], facts: tuple[SafeText, ...], width: int
) -> None:
    alone = header_text(HeaderWords(place), width).plain.rstrip()
    assert header_text(HeaderWords(place, facts), width).plain.startswith(alone)


@given(st.integers(60, 200), FACTS)
@pytest.mark.parametrize(
    ("project", "words"),
    [
        (ProjectFacts("acme", "Acme iOS", high_risk=True), ["Acme iOS", "HIGH RISK"]),
        (ProjectFacts("acme", "Acme iOS", read_only=True), ["Acme iOS", "READ-ONLY"]),
        (
            ProjectFacts("acme", "Acme iOS", high_risk=True, read_only=True),
            ["Acme iOS", "HIGH RISK", "READ-ONLY"],
        ),
    ],
)
def test_project_risk_and_protection_never_go(
    project: ProjectFacts, words: list[str], width: int, facts: tuple[SafeText, ...]
) -> None:
    place = (label("rctui"), *project.words, label("Customer"), label("PROD 3 / SBX 2"))
    shown = header_text(HeaderWords(place, facts), width).plain
    assert [word for word in words if word not in shown] == []


def test_the_least_important_fact_goes_first() -> None:
    words = HeaderWords(
        (label("rctui"), label("Demo")), (label("as of 14:03"), label("9/480 left"))
    )
    assert header_text(words, 40).plain.endswith("as of 14:03 | 9/480 left")
    assert header_text(words, 30).plain.rstrip().endswith("as of 14:03")
    assert header_text(words, 14).plain == "rctui | Demo  "


def test_the_program_s_own_name_goes_before_any_warning_is_cut() -> None:
    project = ProjectFacts("a", "A project with quite a name", True, True)
    place = (label("rctui"), *project.words, label("PROD 6 / SBX 3"), label("Customer"))
    shown = header_text(HeaderWords(place), 60).plain
    assert shown.startswith("A project")
    assert [w for w in ("HIGH RISK", "READ-ONLY", "PROD 6 / SBX 3") if w not in shown] == []


def test_a_very_long_project_name_does_not_push_its_warnings_out() -> None:
    project = ProjectFacts("a", "A project whose name goes on and on " * 3, True, True)
    shown = header_text(HeaderWords((label("rctui"), *project.words)), 80).plain
    assert "HIGH RISK" in shown
    assert "READ-ONLY" in shown
