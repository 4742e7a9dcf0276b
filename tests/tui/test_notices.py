"""A notice that runs out while its toast is being built."""

from __future__ import annotations

from textual.notifications import Notification
from textual.widgets._toast import Toast

from rctui.text.safe_text import label
from rctui.tui.looks.themed_app import ThemedApp
from rctui.tui.notices import Notice, lines_of


def test_a_toast_that_is_built_too_late_still_gets_a_timer_that_sleeps() -> None:
    assert Toast(Notification("late", timeout=-1))._timeout < 0  # what Textual would do
    assert Toast(Notice("late", timeout=-1))._timeout > 0


def test_a_notice_runs_out_all_the_same() -> None:
    assert Notice("late", timeout=-1).has_expired
    assert not Notice("new", timeout=60).has_expired


async def test_what_the_program_says_is_such_a_notice() -> None:
    app = ThemedApp()
    async with app.run_test(notifications=True) as pilot:
        app.say_trouble(label("went wrong"))
        app.notify("told [b]plainly[/b]", timeout=60)
        await pilot.pause()
        told = list(app._notifications)
        assert all(isinstance(one, Notice) and not one.markup for one in told)
        assert [one.message for one in told] == ["went wrong", "told [b]plainly[/b]"]


async def test_the_newest_takes_the_place_of_what_told_of_another_key() -> None:
    app = ThemedApp()
    async with app.run_test(notifications=True) as pilot:
        app.say_trouble(label("went wrong"))
        app.say_result(label("APPLIED"))
        app.say_meanwhile(label("Loading…"), 60)
        app.say(label("Copied."))
        app.say(label("Marked."))
        await pilot.pause()
        told = [one.message for one in app._notifications]
        assert told == ["went wrong", "APPLIED", "Loading…", "Marked."]
        assert [one.message for one in app.said_lately][-2:] == ["Copied.", "Marked."]


def test_a_notice_that_is_not_so_any_more_is_never_shown_even_if_it_comes_later() -> None:
    notice = Notice("Sending…", timeout=60)
    notice.is_over = True
    assert notice.has_expired


def test_a_notice_takes_two_lines_at_most_and_trouble_four() -> None:
    words = "a few words that go on " * 20
    assert Notice("done").lines(80) == 1
    assert Notice(words).lines(80) == 2
    assert Notice(words, severity="warning").lines(80) == 4


def test_what_a_write_came_to_takes_as_many_as_trouble() -> None:
    result = Notice("a few words that go on " * 20)
    result.is_result = True
    assert result.lines(80) == 4
    assert lines_of(label("a few words that go on " * 20), 80) == 7
