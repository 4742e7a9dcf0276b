"""Notices whose time is never less than nothing.

Textual starts a timer with the time that a notice has left when its toast is built. Where that
is below zero, because it ran out just then, the timer never sleeps and the program hangs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.notifications import Notification, Notify

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

SHORTEST_S: Final = 0.01


class Notice(Notification):
    """A notice that has run out still gives a toast a moment to go."""

    @property
    def time_left(self) -> float:
        """Seconds, above zero."""
        return max(super().time_left, SHORTEST_S)

    @property
    def has_expired(self) -> bool:
        """Whether it has run out."""
        return super().time_left <= 0


class Noticing(App[str]):
    """An application whose notices are of this kind."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show one line that goes by itself. Unlike Textual's it is no markup unless told."""
        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        notice = Notice(message, title, severity, seconds, markup=markup)
        self.post_message(Notify(notice))
