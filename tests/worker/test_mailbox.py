"""What another thread reports before anybody can take it."""

from __future__ import annotations

from rctui.worker.mailbox import Mailbox


def test_what_came_early_is_kept_until_somebody_listens_and_told_once() -> None:
    mailbox, told = Mailbox[str](), list[str]()
    mailbox.put("early")
    mailbox.listen(told.append)
    mailbox.put("late")
    assert told == ["early", "late"]
