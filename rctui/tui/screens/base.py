"""What every full screen has: header, footer, the actions of everywhere, and loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeVar, cast

from textual import events, on
from textual.message import Message

from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.keys.actions import (
    ACTIONS,
    EVERYWHERE,
    JOURNAL,
    Action,
    bindings,
)
from rctui.tui.keys.write_actions import WRITES
from rctui.tui.learned import NamesLearned
from rctui.tui.lists.actions import NO_ROW, ListActions
from rctui.tui.many.messages import BoardChanged
from rctui.tui.server_words import WaitBegan, about_the_server, pause_words
from rctui.tui.widgets.header_line import HeaderLine, HeaderWords, as_of_words
from rctui.tui.writing.messages import JournalChanged, WriteSeen
from rctui.worker.answers import Answer, CurrentLoads
from rctui.worker.mailbox import Mailbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.customers.reads import Read
    from rctui.tui.lists.exporting import Offer
    from rctui.tui.session import Session
    from rctui.worker.answers import Need

T = TypeVar("T")

LATE_MS: Final = 3_000
"""From then on an answer is late, and who asks for the same again means another request."""
_ASKED_ANEW: Final = label("The answer is late: asked anew.")


class Arrived(Message):
    """The worker has answered a load of this screen."""

    def __init__(
        self, part: str, answer: Answer[object], handle: Callable[[Answer[object]], None]
    ) -> None:
        super().__init__()
        self.part = part
        self.answer = answer
        self.handle = handle


class RctuiScreen(ListActions):
    """A full screen. It owns what it has loaded, and drops answers it no longer waits for."""

    BINDINGS = bindings(EVERYWHERE)
    OFFERS: ClassVar[tuple[Action, ...]] = EVERYWHERE
    """The actions of this screen, in the order in which footer and help name them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._loads = CurrentLoads()
        self._asked_ms: dict[str, int] = {}
        self._as_of_ms: int | None = None
        self._arrivals: Mailbox[Arrived] = Mailbox()

    def load(
        self,
        part: str,
        read: Read[T],
        need: Need,
        handle: Callable[[Answer[T]], None],
        *,
        project: str = "",
        by_hand: bool = True,
    ) -> None:
        """Ask for something; `handle` gets the answer unless a newer load of the part was asked.

        `part` names what the answer is for; its earlier load, if one is under way, is dropped.
        Where that is late, its request is given up, so that `r` asks the server again; not so
        where nobody pressed a key for it, `by_hand`.
        `project` is the key of another project than the one on screen.
        Can be called before the screen is shown: answers are kept until it can take them.
        """
        arrived = cast("Callable[[Answer[object]], None]", handle)
        now_ms = self.session.now_ms()
        is_late = by_hand and self.is_loading(part) and now_ms - self._asked_ms[part] > LATE_MS
        number = self.ask(
            project or self.session.project.key,
            read,
            need,
            lambda answer: self._arrivals.put(Arrived(part, answer, arrived)),
            anew=is_late,
        )
        self._asked_ms[part] = now_ms
        if is_late and not pause_words(self.session).plain:
            self.program.say(_ASKED_ANEW)
        stale = self._loads.start(part, number)
        if stale is not None:
            self.session.worker.drop(stale)

    def ask(
        self,
        project: str,
        read: Read[T],
        need: Need,
        reply: Callable[[Answer[T]], None],
        *,
        anew: bool,
    ) -> int:
        """Have the worker read something; the number of the load. What waits for it is `load`."""
        return self.session.worker.read(project, read, need, reply, anew=anew)

    def stop_loading(self, part: str) -> bool:
        """Wait for this part no longer, and drop its load; whether there was one."""
        number = self._loads.forget(part)
        if number is not None:
            self.session.worker.drop(number)
        return number is not None

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

    async def on_event(self, event: events.Event) -> None:
        """What a screen that was closed before it was built would begin with is not there."""
        if isinstance(event, events.Mount) and self not in self.app.screen_stack:
            return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Take answers from now on, those that have come already first."""
        self._choose_columns()
        self._arrivals.listen(self.post_message)

    def _choose_columns(self) -> None:
        """Show the columns that are chosen for lists of this kind, sorted as was chosen."""
        project, table = self.session.project, self.the_list
        if table is not None:
            choices = self.program.list_choices
            table.columns.chosen = choices.columns(project.key, project.columns)
            table.shown.share_sorts(choices.sorts)
            table.place_columns()

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

    @on(WaitBegan)
    def say_wait(self) -> None:
        """Something that was asked for waits, for the server or for the rate budget."""
        self.show_header(None)
        self.say_pause()

    def say_pause(self) -> None:
        """Say it where it is waited for too."""

    @on(BoardChanged)
    def count_plans(self) -> None:
        """A plan has come further."""
        self.show_header(None)

    @on(JournalChanged)
    def count_unconfirmed(self) -> None:
        """A follow-up has ended: one less may be unconfirmed."""
        self.show_header(None)

    @on(NamesLearned)
    def names_came(self) -> None:
        """More ids have names than before."""
        if self.is_mounted:
            self.show_names()

    def show_names(self) -> None:
        """Say names that have been learned since."""
        if self.the_list is not None:
            self.the_list.refresh()

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is within the project, for the header."""
        return ()

    def show_header(self, as_of_ms: int | None) -> None:
        """Write the header line; `as_of_ms` is when the newest data came, if it is new."""
        self._as_of_ms = as_of_ms = as_of_ms or self._as_of_ms
        words = (label("rctui"), *self.session.project.words, *self.place)
        facts = [
            *self._troubles(),
            *([] if as_of_ms is None else [as_of_words(as_of_ms, self.session.zone)]),
        ]
        last = self.session.activity.last
        if last is not None and last.rate_left is not None and last.rate_limit is not None:
            facts.append(phrase("{}/{} left", last.rate_left, last.rate_limit))
        is_high_risk = self.session.project.high_risk
        self.query_one(HeaderLine).show(HeaderWords(words, tuple(facts), is_high_risk))

    def _troubles(self) -> Iterator[SafeText]:
        """What must not be overlooked, the worst first."""
        silent = self.session.activity.silent_since_ms
        if silent is not None:
            yield phrase("OFFLINE since {}", moments.clock_minute(silent, self.session.zone))
        keys = self.program.action_keys
        if self.session.worker.writes_off is not None:
            yield phrase("WRITES OFF ({} says why)", keys.way_to(ACTIONS))
        if self.program.unconfirmed:
            yield phrase("{} UNCONFIRMED ({})", self.program.unconfirmed, keys.way_to(JOURNAL))
        if self.session.worker.writes_under_way:
            yield phrase("{} under way", self.session.worker.writes_under_way)
        yield from self.program.plan_words()
        yield from about_the_server(self.session)

    def why_not(self, action: Action) -> SafeText | None:
        """Why an offered action can't be done now, or `None` if it can."""
        if action in WRITES:
            return self.program.why_no_writes()
        why_not = self.why_not_in_list(action)
        if why_not is not None:
            return why_not
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

    def action_copy(self) -> None:
        """Choose what to copy of the row under the cursor."""
        from rctui.tui.lists.copies import list_choices

        choices = list_choices(self)
        if choices:
            self.program.choose_copy(choices)
        else:
            self.program.say(NO_ROW)

    def exports(self) -> Offer:
        """What `x` can write to a file; the first is offered first."""
        from rctui.tui.lists.exporting import list_exports

        return list_exports(self)

    def action_export(self) -> None:
        """Choose what to write to a file, as what, and where to."""
        self.program.open_export(self)

    def action_bulk(self) -> None:
        """Ask for a list of customers and what to do with them."""
        self.program.open_bulk()

    def action_triage(self) -> None:
        """Ask for many ids."""
        self.program.open_triage()

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

    def action_close(self) -> None:
        """Close this layer."""
        self.program.close_layer()
