"""The choices of a question: up and down put one after another into its field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from rctui.customers.known_ids import near_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from rctui.tui.dialogs.form import Question


def choose(screen: Screen[Any], questions: Iterable[Question], step: int) -> None:
    """The next choice of the field that has the focus; to the next field where it has none."""
    box = screen.focused
    asked = {question.id: question for question in questions}.get(box.id or "" if box else "")
    if not isinstance(box, Input) or asked is None or not asked.choices:
        (screen.focus_next if step > 0 else screen.focus_previous)(Input)
        return
    values = [choice.value for choice in asked.choices]
    if box.value in values:
        box.value = values[(values.index(box.value) + step) % len(values)]
    else:
        box.value = [*near_names(box.value, values), *values][0]
    box.cursor_position = len(box.value)
