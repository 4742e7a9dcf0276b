"""A notice that runs out while its toast is being built."""

from __future__ import annotations

from textual.notifications import Notification
from textual.widgets._toast import Toast

from rctui.text.safe_text import label
from rctui.tui.looks.themed_app import ThemedApp
from rctui.tui.notices import Notice


def test_a_toast_that_is_built_too_late_still_gets_a_timer_that_sleeps() -> None:
    assert Toast(Notification("late", timeout=-1))._timeout < 0  # what Textual would do
    assert Toast(Notice("late", timeout=-1))._timeout > 0


def test_a_notice_runs_out_all_the_same() -> None:
    assert Notice("late", timeout=-1).has_expired
    assert not Notice("new", timeout=60).has_expired


async def test_what_the_program_says_is_such_a_notice() -> None:
    app = ThemedApp()
    async with app.run_test(notifications=True) as pilot:
        app.say(label("said"))
        app.notify("told [b]plainly[/b]", timeout=60)
        await pilot.pause()
        told = list(app._notifications)
        assert all(isinstance(one, Notice) and not one.markup for one in told)
        assert [one.message for one in told] == ["said", "told [b]plainly[/b]"]


def test_a_notice_that_is_not_so_any_more_is_never_shown_even_if_it_comes_later() -> None:
    notice = Notice("Sending…", timeout=60)
    notice.is_over = True
    assert notice.has_expired


def test_a_notice_takes_two_lines_at_most_and_trouble_four() -> None:
    words = "a few words that go on " * 20
    assert Notice("done").lines(80) == 1
    assert Notice(words).lines(80) == 2
    assert Notice(words, severity="warning").lines(80) == 4
