"""A command that follows a job: in order, to its end, and ctrl+c loses nothing of it."""

from __future__ import annotations

import signal
import threading

import pytest

from rctui.headless.job_feed import JobFeed


def _interrupt() -> None:
    """Ctrl+c, as the terminal sends it; handled before this returns."""
    signal.raise_signal(signal.SIGINT)


def test_what_is_told_comes_in_order_until_it_is_over() -> None:
    feed: JobFeed[str] = JobFeed()
    for word in ("one", "two"):
        feed.tell(word)
    feed.over()
    assert list(feed) == ["one", "two"]


def test_a_bug_is_raised_where_the_command_waits() -> None:
    feed: JobFeed[str] = JobFeed()
    feed.tell("one")
    feed.broke(ZeroDivisionError("a bug"))
    told = iter(feed)
    assert next(told) == "one"
    with pytest.raises(ZeroDivisionError):
        next(told)


def test_ctrl_c_asks_the_job_to_stop_and_hears_it_out() -> None:
    feed: JobFeed[str] = JobFeed()

    def stop() -> None:
        feed.tell("the last row")
        feed.over()

    feed.on_interrupt = stop
    feed.tell("a row")
    heard = []
    for word in feed:
        heard.append(word)
        if word == "a row":
            # While the command is busy with a row, not while it waits for one.
            _interrupt()
    assert heard == ["a row", "the last row"]


def test_ctrl_c_behind_the_last_word_changes_nothing() -> None:
    feed: JobFeed[str] = JobFeed()
    asked = threading.Event()
    feed.on_interrupt = asked.set
    feed.tell("a row")
    feed.over()
    heard = []
    for word in feed:
        heard.append(word)
        _interrupt()
    assert heard == ["a row"]


def test_ctrl_c_ends_a_command_whose_job_can_not_be_stopped() -> None:
    feed: JobFeed[str] = JobFeed()
    feed.tell("a row")
    told = iter(feed)
    next(told)
    with pytest.raises(KeyboardInterrupt):
        _interrupt()


def test_afterwards_ctrl_c_does_what_it_did_before() -> None:
    feed: JobFeed[str] = JobFeed()
    feed.on_interrupt = lambda: None
    before = signal.getsignal(signal.SIGINT)
    feed.over()
    assert list(feed) == []
    assert signal.getsignal(signal.SIGINT) is before


def test_a_feed_that_is_read_on_another_thread_leaves_ctrl_c_alone() -> None:
    feed: JobFeed[str] = JobFeed()
    feed.on_interrupt = lambda: None
    feed.tell("a row")
    feed.over()
    heard: list[str] = []
    reading = threading.Thread(target=lambda: heard.extend(feed))
    reading.start()
    reading.join(60)
    assert heard == ["a row"]
