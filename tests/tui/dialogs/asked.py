"""What a form says and makes, in short, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from rctui.customers.changes.errors import ChangeError
from rctui.text.safe_text import SafeText
from rctui.tui.dialogs.form import TICKET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.change import Change
    from rctui.tui.dialogs.form import Form

T = TypeVar("T", bound="Change")


def said(form: Form, /, **answers: str) -> str:
    """The preview as text."""
    lines = form.preview(answers)
    return "\n".join((line if isinstance(line, SafeText) else line[0]).plain for line in lines)


def made(form: Form, kind: type[T], /, **answers: str) -> T:
    """The change that the answers make."""
    change = form.intent(answers).change
    assert isinstance(change, kind)
    return change


def refused(form: Form, field: str, /, **answers: str) -> str:
    """Why the answers make none; and that the preview says the same."""
    with pytest.raises(ChangeError) as refusal:
        form.intent(answers)
    assert refusal.value.field == field
    assert field in {TICKET, "customer", *(question.id for question in form.questions)}
    return f"{refusal.value.message} {refusal.value.hint}"


def never_raises(form: Form, answers: Mapping[str, str]) -> None:
    """Any text leads to a preview, and to an intent or to a refusal of a question."""
    form.preview(answers)
    ids = {TICKET, "customer", "", *(question.id for question in form.questions)}
    refusal = ChangeError("none")
    try:
        form.intent(answers)
    except ChangeError as error:
        refusal = error
    assert refusal.field in ids
    assert refusal.message
