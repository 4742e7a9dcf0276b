"""The one review that stands before every write: what, for whom, from what to what."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widgets import Input

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.keys.actions import bindings
from rctui.tui.keys.dialog_keys import IN_A_REVIEW, RUN_CHANGE, face_in_a_box
from rctui.tui.keys.in_force import keys_in
from rctui.tui.keys.list_keys import PAGE_DOWN
from rctui.tui.there import is_there
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.line_pager import LinePager
from rctui.tui.widgets.more_line import more_words
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.tui.dialogs.review import Challenge
    from rctui.tui.widgets.plain import Toned


@dataclass(frozen=True, slots=True)
class ReviewText:
    """What a review says."""

    title: SafeText
    rows: Sequence[SafeText | Toned]
    run: SafeText
    """What `y` does, in words, with the project's name."""
    challenge: Challenge | None = None


class ReviewScreen(DialogScreen[bool]):
    """`y` runs it and nothing else does: enter, esc and q cancel.

    At level 3 the challenge is typed first; once it matches, enter leads on to the question.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "decline", show=False, priority=True),
        Binding("enter", "decline", show=False),
        *bindings(IN_A_REVIEW),
    ]
    DEFAULT_CSS = """
    ReviewScreen LinePager { padding: 0; }
    ReviewScreen #more { height: 1; }
    ReviewScreen #question { text-style: bold; }
    """

    def __init__(self, text: ReviewText, *, guard_s: float) -> None:
        super().__init__()
        self._text = text
        self._guard_s = guard_s
        self._open_at = float("inf")

    def compose(self) -> ComposeResult:
        """Title, what it does, the challenge, the question."""
        with DialogBox():
            yield Plain((self._text.title, Tone.ACCENT))
            yield LinePager(indent=2, classes=GIVES_WAY)
            yield Plain(id="more")
            if self._text.challenge is not None:
                yield Plain(_challenge_words(self._text.challenge))
                yield ChallengeBox(paste_counts=self._text.challenge.paste_counts)
            yield Plain(id="question")

    def on_mount(self) -> None:
        """Show everything, with the way out in focus."""
        pager = self.query_one(LinePager)
        pager.show(self._text.rows)
        boxes = self.query(ChallengeBox)
        (boxes.first() if boxes else pager).focus()
        self.watch(pager, "scroll_y", self._show_question, init=False)
        self._show_question()
        self.call_after_refresh(self._note_shown)

    def _note_shown(self) -> None:
        self._show_question()
        self._open_at = time.monotonic() + self._guard_s

    async def on_event(self, event: events.Event) -> None:
        """What was pressed before the review could be read was not meant for it.

        Nor is what goes on from there: a key that is held repeats after the guard too.
        """
        if isinstance(event, (events.Key, events.Paste)) and event.time < self._open_at:
            self._open_at = max(self._open_at, event.time + self._guard_s)
            event.stop()
            event.prevent_default()
            return
        await super().on_event(event)

    @property
    def _met(self) -> bool:
        challenge = self._text.challenge
        return challenge is None or challenge.met(self.query_one(ChallengeBox).value)

    def _show_question(self) -> None:
        if not is_there(self):
            return
        question = self.query_one("#question", Plain)
        if self._met and isinstance(self.focused, ChallengeBox):
            words = label("It matches: enter goes on. esc cancels."), Tone.PLAIN
        elif self._met:
            run = keys_in(self).on(RUN_CHANGE).face
            words = phrase("{}  {}     enter or esc  Cancel", run, self._text.run), Tone.PLAIN
        else:
            words = self._not_met
        question.show(words)
        self.query_one("#more", Plain).show((self._more, Tone.ATTENTION))

    @property
    def _not_met(self) -> Toned:
        """What to do about the challenge; that it went wrong as soon as that is certain."""
        challenge = self._text.challenge
        typed = self.query_one(ChallengeBox).value
        if challenge is None or challenge.can_be_met(typed):
            return label("Type it to go on. esc cancels."), Tone.MUTED
        return phrase("Does not match: {}. esc cancels.", _difference(challenge, typed)), Tone.BAD

    @property
    def _more(self) -> SafeText:
        """That there is more to read, as long as there is."""
        pager = self.query_one(LinePager)
        hidden = round(pager.max_scroll_y - pager.scroll_y)
        return (
            more_words(hidden, face_in_a_box(keys_in(self), PAGE_DOWN)) if hidden > 0 else label("")
        )

    def on_resize(self) -> None:
        """Another size hides other lines."""
        self.call_after_refresh(self._show_question)

    def action_move(self, pages: int) -> None:
        """Scroll the text from the challenge, which has no use for these keys."""
        pager = self.query_one(LinePager)
        (pager.action_page_down if pages > 0 else pager.action_page_up)()

    @on(Input.Changed)
    def follow_challenge(self) -> None:
        """Say whether it matches."""
        self._show_question()

    @on(Input.Submitted)
    def leave_challenge(self, message: Input.Submitted) -> None:
        """Enter in the challenge: on to the question once it matches, else nothing."""
        message.stop()
        if self._met:
            self.set_focus(self.query_one(LinePager))
            self._show_question()

    def action_run_change(self) -> None:
        """Run it; not from the challenge, whatever key that is on."""
        if self._met and self.is_active and not isinstance(self.focused, ChallengeBox):
            self.dismiss(True)

    def action_decline(self) -> None:
        """Don't."""
        if self.is_active:
            self.dismiss(False)


class ChallengeBox(LineInput):
    """Where the challenge is typed. For the worst of changes a paste doesn't count."""

    def __init__(self, *, paste_counts: bool) -> None:
        super().__init__(id="challenge")
        self._paste_counts = paste_counts

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self._paste_counts:
            self.insert_text_at_cursor(event.text.strip())


def _difference(challenge: Challenge, typed: str) -> SafeText:
    """Where what was typed and what is wanted part; short, so that it never takes a second line."""
    if typed.startswith(challenge.wanted):
        return label("that is too long")
    if challenge.wanted.casefold().startswith(typed.casefold()):
        return label("case counts")
    return phrase("it is {}", safe(challenge.wanted))


def _challenge_words(challenge: Challenge) -> SafeText:
    asked = _asked(challenge)
    return asked if challenge.paste_counts else asked + label(" (a paste doesn't count)")


def _asked(challenge: Challenge) -> SafeText:
    wanted = safe(challenge.wanted)
    if challenge.is_count:
        return phrase("Type how many rows are sent: {}", wanted)
    if challenge.is_amount:
        return phrase("A large credit. Type its amount: {}", wanted)
    if challenge.is_word:
        return phrase("The id can't be typed. Type this word instead: {}", wanted)
    if challenge.is_tail:
        return phrase("Type the last characters of the App User ID: {}", wanted)
    return phrase("Type the App User ID: {}", wanted)
