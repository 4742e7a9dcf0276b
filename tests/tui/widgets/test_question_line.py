from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width
from rctui.tui.dialogs.form import Choice, Question
from rctui.tui.widgets.question_line import choices_words, question_parts, with_chosen


def question(hint: str, *choices: str) -> Question:
    return Question("q", label("Amounts"), safe(hint), choices=tuple(map(Choice, choices)))


def line(asked: Question, width: int) -> str:
    return "".join(part.plain for part, _ in question_parts(asked, width))


def test_everything_is_on_the_line_where_there_is_room() -> None:
    assert line(question("+5 adds.", "GLD", "SLV"), 60) == "Amounts  +5 adds.  up/down: GLD · SLV"


def test_a_long_hint_leaves_half_of_the_room_to_the_choices() -> None:
    shown = line(question("adds and takes away and sets " * 3, "GLD", "SLV", "GEM"), 60)
    assert shown.endswith("…  up/down: GLD · SLV · GEM")
    assert len(shown) == 60


def test_what_does_not_fit_is_counted() -> None:
    many = tuple(Choice(f"choice{number}") for number in range(20))
    assert choices_words(many, 40).plain == "up/down: choice0 · choice1 · 18 more"
    assert choices_words(many, 10).plain == "up/down: 20 choices"


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=6), st.integers(1, 90))
def test_a_question_never_takes_more_than_its_line(
    hint: str, choices: list[str], width: int
) -> None:
    parts = question_parts(question(hint, *choices), width)
    assert sum(cell_width(part) for part, _ in parts) <= width


def test_what_is_known_of_the_chosen_value_takes_the_place_of_the_hint() -> None:
    asked = Question(
        "q",
        label("Entitlement"),
        label("Name or id."),
        choices=(Choice("pro", label("Premium access · entl1d")), Choice("plus")),
    )
    assert line(with_chosen(asked, "pro"), 80).startswith(
        "Entitlement  pro · Premium access · entl1d  up/down: pro · plus"
    )
    for answer in ("plus", "", "PRO"):
        assert with_chosen(asked, answer) == asked
