"""What an error says to a person."""

from __future__ import annotations

from rctui.errors import RctuiError
from rctui.text.error_words import error_words


def test_what_happened_comes_first_and_what_to_do_follows() -> None:
    told = error_words(RctuiError("The disk is full.", hint="Make room."))
    assert told.plain == "The disk is full. Make room."


def test_without_a_hint_nothing_follows_the_message() -> None:
    assert error_words(RctuiError("The disk is full.")).plain == "The disk is full."


def test_a_long_message_costs_no_hint() -> None:
    told = error_words(RctuiError("x" * 10_000, hint="Make room."), limit=100).plain
    assert len(told) < 200
    assert told.endswith(" Make room.")


def test_what_would_drive_a_terminal_is_made_safe_in_both() -> None:
    told = error_words(RctuiError("a\x1b[2Jb", hint="c\x07d")).plain
    assert "\x1b" not in told
    assert "\x07" not in told
