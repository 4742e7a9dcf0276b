"""One-line notices: where they stand, how long they stay, and what was said lately.

A notice covers the line that says how a list stands and, where it needs a second one, the keys
below that: never a row. On a screen without such a line it covers the keys, in a dialog a line
that is empty. Only what did not work and what a write came to may take more room, and stay longer.
The newest is nearest to the bottom, and what only told of a key gives way to it.

Textual starts a timer with the time that a notice has left when its toast is built. Where that
is below zero, because it ran out just then, the timer never sleeps and the program hangs.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.content import Content
from textual.css.query import NoMatches
from textual.geometry import Region
from textual.notifications import Notification, Notify
from textual.widgets._toast import ToastHolder, ToastRack

from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from rctui.text.safe_text import SafeText

SHORTEST_S: Final = 0.01
TROUBLE_S: Final = 12.0
"""How long a notice stays that says what did not work, in seconds."""
RESULT_S: Final = 8.0
"""How long a notice stays that says what a write came to, in seconds."""
KEPT: Final = 50
"""How many notices are remembered, for Activity."""
_LINES: Final = 2
LINES_OF_TROUBLE: Final = 4
"""What did not work, and what a write came to, is read to its end."""
_PADDING: Final = 2


class Notice(Notification):
    """A notice that has run out still gives a toast a moment to go."""

    is_over = False
    """Whether what it says is not so any more."""
    is_result = False
    """Whether it says what a write came to."""
    gives_way = False
    """Whether the next one takes its place: it said what a key did, and another was pressed."""

    @property
    def time_left(self) -> float:
        """Seconds, above zero."""
        return max(super().time_left, SHORTEST_S)

    @property
    def has_expired(self) -> bool:
        """Whether it has run out."""
        return self.is_over or super().time_left <= 0

    @property
    def lines_at_most(self) -> int:
        """How many lines it may take."""
        is_brief = self.severity == "information" and not self.is_result
        return _LINES if is_brief else LINES_OF_TROUBLE

    def lines(self, width: int) -> int:
        """How many lines it takes on a screen that is `width` cells wide."""
        return min(_wrapped(self.message, width), self.lines_at_most)


def lines_of(words: SafeText, width: int) -> int:
    """How many lines a notice would take on a screen that is `width` cells wide, if it could."""
    return _wrapped(words.plain, width)


def _wrapped(message: str, width: int) -> int:
    return Content(message).get_height({}, max(1, width - _PADDING))


class Noticing(App[str]):
    """An application whose notices are of this kind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said_lately: deque[Notice] = deque(maxlen=KEPT)
        """The newest last."""

    def say(self, words: SafeText) -> None:
        """One line that goes by itself. Nothing is said only here."""
        self.notify(words.plain)

    def say_trouble(self, words: SafeText) -> None:
        """The same for what did not work: it stays longer."""
        self.notify(words.plain, severity="warning", timeout=TROUBLE_S)

    def say_result(self, words: SafeText) -> Notice:
        """The same for what a write came to: all of it is shown, as far as four lines hold it."""
        notice = Notice(words.plain, "", "information", RESULT_S, markup=False)
        notice.is_result = True
        self.said_lately.append(notice)
        self.post_message(Notify(notice))
        return notice

    def say_meanwhile(self, words: SafeText, seconds: float) -> Notice:
        """Say what is under way; `say_no_more` takes it back before its time."""
        notice = Notice(words.plain, "", "information", seconds, markup=False)
        self.post_message(Notify(notice))
        return notice

    def say_no_more(self, notice: Notice) -> None:
        """It is not so any more, whether it has been shown yet or not."""
        notice.is_over = True
        if self.screen_stack:
            _take_down(notice, self.screen)
        self._refresh_notifications()

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
        notice.gives_way = severity == "information"
        self.said_lately.append(notice)
        self.post_message(Notify(notice))

    def _on_notify(self, event: Notify) -> None:
        """The same words once more take the place of the first ones. Textual adds the notice."""
        for notice in list(self._notifications):
            is_same = notice.message == event.notification.message
            if is_same or (isinstance(notice, Notice) and notice.gives_way):
                self._unnotify(notice, refresh=False)
                _take_down(notice, self.screen)

    def _refresh_notifications(self) -> None:
        """Give them their place before they are shown."""
        notices = [one for one in self._notifications if isinstance(one, Notice)]
        if notices and self.screen_stack:
            _place(notices, self.screen)
        super()._refresh_notifications()


def _sweep(notices: list[Notice], rack: ToastRack) -> None:
    """Take away the holders of notices that went while another screen was shown."""
    current = {rack._toast_id(notice) for notice in notices}
    for holder in rack.query(ToastHolder).results():
        if holder.id not in current:
            holder.remove()


def _take_down(notice: Notification, screen: Screen[Any]) -> None:
    """With its holder: Textual leaves that behind, and two of them hide the next notice."""
    for holder in screen.query(ToastHolder).results():
        if (holder.id or "").endswith(notice.identity):
            holder.remove()


def _place(notices: list[Notice], screen: Screen[Any]) -> None:
    """Put the rack where the notices hide no row, and let it grow no higher than they may."""
    try:
        rack = screen.get_child_by_type(ToastRack)
    except NoMatches:
        return
    _sweep(notices, rack)
    spot = _spot(screen)
    is_dialog = not screen.query(KeyFooter)
    at_most = 1 if is_dialog else max(notice.lines_at_most for notice in notices)
    lines = min(sum(notice.lines(spot.width) for notice in notices), at_most)
    width, height = screen.size
    below = max(0, height - spot.bottom - (lines - 1))
    rack.set_class(is_dialog, "-in-dialog")
    rack.set_class(any(notice.is_result for notice in notices), "-with-result")
    rack.styles.max_height = at_most
    rack.styles.margin = (0, width - spot.right, below, spot.x)


def _spot(screen: Screen[Any]) -> Region:
    """The line that is covered first: what says how the list stands, where it is below that."""
    width, height = screen.size
    for line in screen.query(CountLine).results():
        if line.region.bottom > height // 2:
            return Region(line.region.x, line.region.bottom - 1, line.region.width, 1)
    # A list without rows is empty down there, and a dialog above the line that says how to go on.
    spare = screen.query(CountLine) if screen.query(KeyFooter) else screen.query("#said")
    return Region(0, height - (2 if spare else 1), width, 1)
