"""Reports of a worker that was started before there is a screen."""

from __future__ import annotations

from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.early import BugReports, early_worker


def test_a_bug_is_kept_until_somebody_listens_and_told_once() -> None:
    bugs, told = BugReports(), list[BaseException]()
    early, late = ValueError(), KeyError()
    bugs.report(early)
    bugs.listen(told.append)
    bugs.report(late)
    assert told == [early, late]


def test_a_server_in_this_process_is_not_asked_early() -> None:
    assert early_worker(open_demo(DemoOptions())) is None
