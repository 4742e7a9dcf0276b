"""Watch: a customer looked at now and then, every change in a line, until it ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.message import Message

from rctui.customers.watch_ends import HOW, WatchEnd, read_watch_end
from rctui.customers.watch_words import until_words
from rctui.tables.table import Tone
from rctui.tables.watched import WatchedLine, watched_table
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.keys.actions import EVERYWHERE, RELOAD, Action, bindings
from rctui.tui.keys.beside_actions import WATCH_UNTIL
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.prompt import PromptScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.worker.watch_job import FLOOR_S, USUAL_LENGTH_S, Watched, WatchJob

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned

LINES_AT_MOST: Final = 500
"""Of what was seen; the oldest go."""


class WatchScreen(RctuiScreen):
    """Leaving it ends the watch."""

    BINDINGS = bindings((WATCH_UNTIL, RELOAD))
    OFFERS: ClassVar[tuple[Action, ...]] = (WATCH_UNTIL, RELOAD, *EVERYWHERE)
    DEFAULT_CSS = "WatchScreen #how { padding: 0 1; height: auto; }"

    class Seen(Message):
        """The worker has looked."""

        def __init__(self, job: WatchJob, watched: Watched) -> None:
            super().__init__()
            self.job = job
            self.watched = watched

    def __init__(self, session: Session, customer_id: str) -> None:
        super().__init__(session)
        self.customer_id = customer_id
        self._until: WatchEnd | None = None
        self._job: WatchJob | None = None
        self._lines: list[WatchedLine] = []
        self._changes = 0
        self._ends_ms = 0

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield Plain(id="how")
        yield RecordTable(watched_table(self.session.zone))
        yield CountLine(label("Looking…"))
        yield KeyFooter(self.keys_now)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Watch"), safe(self.customer_id))

    @property
    def table(self) -> RecordTable[WatchedLine]:
        """What was seen."""
        return cast("RecordTable[WatchedLine]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Begin to look."""
        self.table.focus()
        self._begin()

    def _begin(self) -> None:
        self._end()
        session = self.session
        job = WatchJob(
            session.worker,
            session.project.key,
            self.customer_id,
            lambda: session.viewpoint(session.now_ms()),
            lambda watched: self.post_message(self.Seen(job, watched)),
            self._until,
            USUAL_LENGTH_S,
        )
        self._job = job
        self._ends_ms = session.now_ms() + round(USUAL_LENGTH_S * 1000)
        session.worker.start_job(job)
        self._say_how()

    def _say_how(self) -> None:
        until = phrase("until {}", safe(self._until.text)) if self._until else label("for changes")
        ends = moments.clock_minute(self._ends_ms, self.session.zone)
        told = "Looking every {} s {}; it ends at {} at the latest."
        words = phrase(told, round(FLOOR_S), until, ends)
        self.query_one("#how", Plain).show((words, Tone.PLAIN))

    @on(Seen)
    def take_look(self, message: Seen) -> None:
        """List what is new."""
        message.stop()
        if message.job is not self._job:
            return
        watched = message.watched
        self._changes += len(watched.changes)
        for words in watched.changes:
            self._add(watched.at_ms, words, is_change=True)
        for words in (watched.note, watched.ended):
            if words.plain:
                self._add(watched.at_ms, words, is_change=watched.is_met and words is watched.ended)
        self.table.show(self._lines)
        self._say_state(watched)
        self.show_header(watched.at_ms)

    def _add(self, at_ms: int, words: SafeText, *, is_change: bool) -> None:
        number = self._lines[0].number + 1 if self._lines else 1
        self._lines.insert(0, WatchedLine(number, at_ms, words, is_change))
        del self._lines[LINES_AT_MOST:]

    def _say_state(self, watched: Watched) -> None:
        at = moments.clock_second(watched.at_ms, self.session.zone)
        told = [phrase("looked {}", at), _changes_words(self._changes)]
        unread = watched.glimpse.unread if watched.glimpse and watched.glimpse.exists else ()
        if unread:
            told.append(phrase("NOT READABLE: {}", join(", ", [safe(one) for one in unread])))
        if watched.ended.plain:
            self._job = None
            told.append(phrase("{} {} begins again", watched.ended, self._key_of(RELOAD)))
        tone = Tone.GOOD if watched.is_met else Tone.ATTENTION if unread else Tone.MUTED
        self.query_one(CountLine).say(join(" · ", told), tone)

    def _key_of(self, action: Action) -> SafeText:
        return self.program.action_keys.way_to(action)

    def action_watch_until(self) -> None:
        """Ask what to wait for."""

        def typed(text: str | None) -> None:
            if text is not None:
                self._until = read_watch_end(text)
                self._begin()

        start = self._until.text if self._until else ""
        title = label("Watch until… (empty: for any change, until the time is over)")
        hint = safe(HOW, limit=200)
        prompt = PromptScreen(title, hint, read_watch_end, start=start, tell=self._until_words)
        self.program.push_screen(prompt, typed)

    def _until_words(self, text: str) -> Toned:
        """What is understood of the words so far; before the first one, what may be typed."""
        if not text.strip():
            return safe(HOW, limit=200), Tone.MUTED
        words, is_clear = until_words(text, self.session.project.names)
        return words, Tone.GOOD if is_clear else Tone.ATTENTION

    def action_reload(self) -> None:
        """Begin again."""
        self._begin()

    def _end(self) -> None:
        if self._job is not None:
            self._job.ask_to_stop()
            self._job = None

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._end()

    def action_close(self) -> None:
        """End it and go back."""
        self.program.go_back()


def _changes_words(count: int) -> SafeText:
    if not count:
        return label("nothing has changed yet")
    return label("1 change seen") if count == 1 else phrase("{} changes seen", count)
