"""A list with its state: one look for loading, none, not allowed and failed on every tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import on
from textual.message import Message
from textual.widget import Widget

from rctui.customers.sections import Phase, SectionState
from rctui.tables.table import Table, Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase
from rctui.tui.keys.actions import RELOAD
from rctui.tui.keys.in_force import keys_in
from rctui.tui.keys.list_keys import LAST_ROW
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine, as_of_words
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from textual.app import ComposeResult

    from rctui.customers.listing import Listing
    from rctui.tui.keys.in_force import Keys
    from rctui.tui.widgets.plain import Toned

T = TypeVar("T")

_NO_NOTE = label("")


class SectionView(Widget, Generic[T]):
    """A `RecordTable` and, below it, one line that says what its rows are, or why none are."""

    DEFAULT_CSS = """
    SectionView { height: 1fr; width: 1fr; layout: vertical; }
    SectionView.-empty CountLine { dock: top; }
    """

    class EndReached(Message):
        """The cursor sits on the last row and there are more."""

    def __init__(self, table: Table[T], zone: tzinfo | None = None) -> None:
        super().__init__()
        self._table = table
        self._zone = zone

    def compose(self) -> ComposeResult:
        """The rows and their state."""
        yield RecordTable(self._table)
        yield CountLine(id="state")

    @property
    def table(self) -> RecordTable[T]:
        """The rows."""
        return cast("RecordTable[T]", self.query_one(RecordTable))

    def show(
        self,
        state: SectionState[T],
        note: SafeText = _NO_NOTE,
        *,
        count: SafeText | None = None,
    ) -> None:
        """Show the rows there are and say how they stand. Old rows stay while new ones load.

        `count` stands in place of `3 in all`.
        """
        listing = state.listing
        if listing is not None:
            self.table.show(listing.rows, more=listing.more)
        self._say(state, note, count)

    def switch(
        self, table: Table[T], state: SectionState[T], note: SafeText, cursor: int = 0
    ) -> None:
        """Show another list altogether, with the cursor where it was left."""
        self._table = table
        listing = state.listing
        rows = listing.rows if listing is not None else None
        more = listing is not None and listing.more
        self.table.switch(table, rows, more=more, cursor=cursor)
        self._say(state, note)

    def _say(self, state: SectionState[T], note: SafeText, count: SafeText | None = None) -> None:
        known_ms = self._told_above(state)
        words, tone = state_words(
            state,
            self._table.empty,
            self._zone,
            self._table.next_step,
            keys=keys_in(self),
            known_ms=known_ms,
            count=count,
        )
        if note.plain:
            words = phrase("{} · {}", words, note)
        # Without rows it is what is to be read, and so it comes first.
        self.set_class(not self.table.rows and state.phase is not Phase.LOADING, "-empty")
        line = self.query_one(CountLine)
        shown, is_count = self.table.shown, state.phase is Phase.LOADED and not note.plain
        line.note(shown.note, is_filtered=bool(shown.filter_words))
        line.say(words, tone, is_count=is_count and tone is Tone.MUTED)

    def _told_above(self, state: SectionState[T]) -> int | None:
        """When the rows are of, where the header says just that."""
        if state.listing is None:
            return None
        at = state.listing.as_of_ms
        as_of = as_of_words(at, self._zone)
        return at if any(one.says(as_of) for one in self.screen.query(HeaderLine)) else None

    @on(RecordTable.EndReached)
    def say_end_reached(self, message: RecordTable.EndReached) -> None:
        """Say it in this widget's own words."""
        message.stop()
        self.post_message(self.EndReached())


def state_words(
    state: SectionState[T],
    empty: SafeText,
    zone: tzinfo | None = None,
    next_step: SafeText = _NO_NOTE,
    *,
    keys: Keys,
    known_ms: int | None = None,
    count: SafeText | None = None,
) -> Toned:
    """How a list stands, in words that differ for every state.

    `known_ms` is when its rows are of where that is said elsewhere; `count` stands in place of
    how many there are.
    """
    if state.phase is Phase.LOADED and state.listing is not None:
        told = phrase("{} {}", empty, next_step) if next_step.plain else empty
        is_told = known_ms == state.listing.as_of_ms
        as_of = label("") if is_told else as_of_words(state.listing.as_of_ms, zone)
        return _loaded(state.listing, told, as_of, count, keys.way_to(LAST_ROW))
    words = _phase_words(state, keys.way_to(RELOAD))
    tone = Tone.BAD if state.phase in (Phase.FAILED, Phase.NOT_ALLOWED) else Tone.MUTED
    if state.listing is None:
        return words, tone
    old = phrase("{} · rows as of {}", words, moments.clock_minute(state.listing.as_of_ms, zone))
    return old, tone


def _phase_words(state: SectionState[T], again: SafeText) -> SafeText:
    failure = state.failure
    if state.phase is Phase.LOADING:
        return label("Loading…")
    if failure is None:
        return phrase("Not loaded: {} loads it.", again)
    if state.phase is Phase.NOT_ALLOWED and failure.permission.plain:
        return phrase("Not allowed: this key needs {}.", failure.permission)
    if state.phase is Phase.NOT_ALLOWED:
        return phrase("Not allowed: {}", failure.sentence)
    return phrase("Failed: {} {} tries again.", failure.sentence, again)


def _loaded(
    listing: Listing[T], empty: SafeText, as_of: SafeText, told: SafeText | None, last: SafeText
) -> Toned:
    if not listing.rows and not listing.more:
        return _together([empty, as_of]), Tone.PLAIN
    tone = Tone.ATTENTION if listing.cut_short else Tone.MUTED
    more = phrase(" ({} loads them)", last) if listing.more else label("")
    is_whole = not (listing.more or listing.cut_short)
    count = phrase("{} in all", len(listing.rows)) if is_whole else listing.count
    return _together([told or count + more, as_of]), tone


def _together(parts: Sequence[SafeText]) -> SafeText:
    return join(" · ", [part for part in parts if part.plain])
