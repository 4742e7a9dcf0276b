"""A question of a dialog on one line: what is asked, how to answer, what there is to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.text.width import cell_width, cut
from rctui.tui.keys.dialog_keys import choosing_faces
from rctui.tui.keys.in_force import Keys, keys_in
from rctui.tui.widgets.plain import Plain, Toned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tui.dialogs.form import Choice, Question

_CHOICE_AT_MOST = 20
_LONGEST = 60
_GAP = "  "
_CLAUSE = " · "
_CHOOSES = choosing_faces(Keys())


class QuestionLine(Plain):
    """Above its field. Choices give way to the hint, but keep half of the room."""

    DEFAULT_CSS = "QuestionLine { height: 1; }"

    def __init__(self, question: Question) -> None:
        super().__init__((question.title, Tone.ACCENT))
        self._question = question
        self._answer = ""

    def answered(self, value: str) -> None:
        """Say more of a choice while its field holds it."""
        if value != self._answer:
            self._answer = value
            self.on_resize()

    def ask(self, question: Question) -> None:
        """Ask something else, or the same with other choices."""
        self._question = question
        self.on_resize()

    def on_resize(self) -> None:
        """Say what there is room for."""
        width = self.content_size.width
        if width:
            question = with_chosen(self._question, self._answer)
            self.show(*question_parts(question, width, choosing_faces(keys_in(self))))


def with_chosen(question: Question, answer: str) -> Question:
    """The question with what is known of the chosen value in place of its hint."""
    for choice in question.choices:
        if choice.value == answer and choice.name.plain:
            words = phrase("{} · {}", safe(choice.value.strip(), limit=_LONGEST), choice.name)
            return replace(question, hint=words)
    return question


def question_parts(question: Question, width: int, keys: SafeText = _CHOOSES) -> list[Toned]:
    """Title, hint and choices in at most `width` cells. Of a hint whole clauses go, the last first.

    Choices keep half of the room; where that is too little for the first clause of the hint they
    are only counted.
    """
    title = cut(question.title, width)
    room = width - cell_width(title) - len(_GAP)
    if room <= 0:
        return [(title, Tone.ACCENT)]
    hint = label("")
    for at_most in (room // 2, 0):
        least = choices_words(question.choices, at_most, keys)
        hint = clauses(question.hint, room - _with_gap(least))
        if hint.plain:
            break
    choices = choices_words(question.choices, room - _with_gap(hint), keys)
    told = [part for part in (hint, choices) if part.plain]
    words = cut(join(_GAP, told), room)
    return [(title, Tone.ACCENT), *([(label(_GAP) + words, Tone.MUTED)] if told else [])]


def clauses(hint: SafeText, room: int) -> SafeText:
    """As many clauses of a hint as there is room for, from the first; they are parted by ` · `."""
    parts = hint.plain.split(_CLAUSE)
    for shown in range(len(parts), 0, -1):
        words = safe(_CLAUSE.join(parts[:shown]), limit=len(hint.plain))
        if cell_width(words) <= room:
            return words
    return label("")


def _with_gap(words: SafeText) -> int:
    return cell_width(words) + len(_GAP) if words.plain else 0


def choices_words(choices: Sequence[Choice], room: int, keys: SafeText = _CHOOSES) -> SafeText:
    """`up/down: a · b · 3 more` in at most `room` cells; `up/down: 5 choices` where none fits."""
    if not choices:
        return label("")
    names = [safe(choice.value.strip(), limit=_CHOICE_AT_MOST) for choice in choices]
    for shown in range(len(names), 0, -1):
        left = len(names) - shown
        more = [phrase("{} more", left)] if left else []
        words = phrase("{}: {}", keys, join(" · ", [*names[:shown], *more]))
        if cell_width(words) <= room:
            return words
    return phrase("{}: {} choices", keys, len(names))
