"""What every full screen has: header, footer, the actions of everywhere, and loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import on
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.actions import EVERYWHERE, Action, bindings
from rctui.tui.widgets.filter_line import FilterLine
from rctui.tui.widgets.header_line import HeaderLine, HeaderWords
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.write_actions import WRITES
from rctui.tui.write_messages import JournalChanged, WriteSeen
from rctui.worker.answers import Answer, CurrentLoads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual import events

    from rctui.customers.reads import Read
    from rctui.tui.app import RctuiApp
    from rctui.tui.session import Session
    from rctui.worker.answers import Need

T = TypeVar("T")


class Arrived(Message):
    """The worker has answered a load of this screen."""

    def __init__(
        self, part: str, answer: Answer[object], handle: Callable[[Answer[object]], None]
    ) -> None:
        super().__init__()
        self.part = part
        self.answer = answer
        self.handle = handle


class RctuiScreen(Screen[None]):
    """A full screen. It owns what it has loaded, and drops answers it no longer waits for."""

    BINDINGS = bindings(EVERYWHERE)
    OFFERS: ClassVar[tuple[Action, ...]] = EVERYWHERE
    """The actions of this screen, in the order in which footer and help name them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._loads = CurrentLoads()

    @property
    def program(self) -> RctuiApp:
        """The application, with its own type."""
        return cast("RctuiApp", self.app)

    def load(
        self, part: str, read: Read[T], need: Need, handle: Callable[[Answer[T]], None]
    ) -> None:
        """Ask for something; `handle` gets the answer unless a newer load of the part was asked.

        `part` names what the answer is for; its earlier load, if one is under way, is dropped.
        """
        arrived = cast("Callable[[Answer[object]], None]", handle)
        worker = self.session.worker
        number = worker.read(
            self.session.project.key,
            read,
            need,
            lambda answer: self.post_message(Arrived(part, answer, arrived)),
        )
        stale = self._loads.start(part, number)
        if stale is not None:
            worker.drop(stale)

    def is_loading(self, part: str) -> bool:
        """Whether an answer for this part is still to come."""
        return self._loads.waits(part)

    @property
    def loading_parts(self) -> tuple[int, ...]:
        """The loads whose answers are still to come."""
        return self._loads.numbers

    @on(Arrived)
    def take_answer(self, message: Arrived) -> None:
        """Hand an answer on, or drop it because the screen has moved on."""
        message.stop()
        if self._loads.accepts(message.part, message.answer.number):
            message.handle(message.answer)
            self.show_header(message.answer.at_ms)

    def on_unmount(self) -> None:
        """Nobody waits for this screen's loads any more."""
        for number in self._loads.numbers:
            self.session.worker.drop(number)

    def on_screen_resume(self) -> None:
        """Say in the header what is true now."""
        self.show_header(None)

    @on(WriteSeen)
    def count_writes(self) -> None:
        """A write has ended: one less is under way, or one more is unconfirmed."""
        self.show_header(None)

    @on(JournalChanged)
    def count_unconfirmed(self) -> None:
        """A follow-up has ended: one less may be unconfirmed."""
        self.show_header(None)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is within the project, for the header."""
        return ()

    def show_header(self, as_of_ms: int | None) -> None:
        """Write the header line; `as_of_ms` is when the newest data came."""
        words = (label("rctui"), *self.session.project.words, *self.place)
        facts = [*self._troubles(), *([] if as_of_ms is None else [self._as_of(as_of_ms)])]
        last = self.session.activity.last
        if last is not None and last.rate_left is not None and last.rate_limit is not None:
            facts.append(phrase("{}/{} left", last.rate_left, last.rate_limit))
        self.query_one(HeaderLine).show(HeaderWords(words, tuple(facts)))

    def _troubles(self) -> Iterator[SafeText]:
        """What must not be overlooked, the worst first."""
        if self.session.worker.writes_off is not None:
            yield label("WRITES OFF (a says why)")
        if self.program.unconfirmed:
            yield phrase("{} UNCONFIRMED (h)", self.program.unconfirmed)
        if self.session.worker.writes_under_way:
            yield phrase("{} under way", self.session.worker.writes_under_way)

    def _as_of(self, ms: int) -> SafeText:
        return phrase("as of {}", moments.clock_minute(ms, self.session.zone))

    def why_not(self, action: Action) -> SafeText | None:
        """Why an offered action can't be done now, or `None` if it can."""
        if action in WRITES:
            return self.program.why_no_writes()
        if action.id == "previous-customer" and self.program.trail.previous is None:
            return label("No other customer has been opened yet.")
        return None

    def action_find(self) -> None:
        """Go to Find with its box focused."""
        self.program.go_to_find()

    def action_palette(self) -> None:
        """Search every command."""
        self.program.open_palette(self)

    def action_actions(self) -> None:
        """List what can be done here."""
        self.program.open_actions(self)

    def action_filter(self) -> None:
        """Filter the list of this screen."""
        tables = self.query(RecordTable)
        if not tables:
            self.program.say(label("There is no list here."))
            return
        lines = self.query(FilterLine)
        if lines:
            lines.first(FilterLine).query_one(Input).focus()
        else:
            self.mount(FilterLine(tables.first(RecordTable)))

    @on(FilterLine.Ended)
    def end_filter(self, message: FilterLine.Ended) -> None:
        """Put the line away."""
        message.stop()
        self.query(FilterLine).remove()

    def ends_filter(self) -> bool:
        """End the filter where there is one: what `esc` does first. Whether there was one."""
        lines = self.query(FilterLine)
        if not lines:
            return False
        lines.first(FilterLine).action_end()
        return True

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.program.open_help(self)

    def action_activity(self) -> None:
        """Show the requests of this run."""
        self.program.open_activity()

    def action_projects(self) -> None:
        """Choose another project."""
        self.program.open_projects()

    def action_blocked(self) -> None:
        """Show the block list."""
        self.program.open_blocked()

    def action_journal(self) -> None:
        """Show own writes."""
        self.program.open_journal()

    def action_previous_customer(self) -> None:
        """Open the customer before this one."""
        self.program.open_previous_customer()

    def action_redraw(self) -> None:
        """Paint everything again."""
        self.program.redraw()

    def action_back(self) -> None:
        """Go back one screen; at the first one, leave."""
        self.program.go_back()

    def key_escape(self, event: events.Key) -> None:
        """A filter ends before anything else closes."""
        if self.ends_filter():
            event.stop()
            event.prevent_default()

    def action_close(self) -> None:
        """Close this layer."""
        self.program.close_layer()
