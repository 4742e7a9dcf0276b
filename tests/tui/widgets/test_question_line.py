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


def test_of_a_long_hint_the_last_clauses_go_and_none_is_cut() -> None:
    asked = question("+5 adds · -5 takes away · =5 sets · several at once", "GLD", "SLV", "GEM")
    assert line(asked, 90).endswith("· several at once  up/down: GLD · SLV · GEM")
    assert line(asked, 76) == "Amounts  +5 adds · -5 takes away · =5 sets  up/down: GLD · SLV · GEM"
    assert line(asked, 56) == "Amounts  +5 adds · -5 takes away  up/down: GLD · 2 more"


def test_choices_are_counted_before_a_hint_goes() -> None:
    asked = question("a name or an id", "default", "holiday_sale", "spring")
    assert line(asked, 56) == "Amounts  a name or an id  up/down: default · 2 more"
    assert line(asked, 44) == "Amounts  a name or an id  up/down: 3 choices"
    assert line(asked, 34) == "Amounts  up/down: default · 2 more"


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
