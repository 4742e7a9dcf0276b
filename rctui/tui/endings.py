"""What must be read of an end: shown at once, or after the dialog that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.memory import Memory
from rctui.tui.notices import LINES_OF_TROUBLE, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.tui.notices import Notice
    from rctui.tui.widgets.plain import Toned


class Ending(NamedTuple):
    """A text that stays until it is read."""

    place: SafeText
    rows: Sequence[SafeText | Toned]
    indent: int
    again: Callable[[], None] | None = None
    """Leads back to the answers that it is the end of, where they can be mended."""


class Endings(Memory):
    """The part of the application that shows how things ended, without getting in the way."""

    _unread: tuple[Ending, ...] = ()
    _cut_short: tuple[tuple[SafeText, Notice], ...] = ()
    """What went well and could not be said whole while a dialog was open, and what said it."""

    @property
    def has_dialog(self) -> bool:
        """Whether a dialog or a review is open somewhere."""
        from rctui.tui.screens.form import FormScreen
        from rctui.tui.screens.review import ReviewScreen

        return any(isinstance(one, FormScreen | ReviewScreen) for one in self.screen_stack)

    def show_end(self, ending: Ending) -> None:
        """Show it; not over a dialog, whose keys would then go astray."""
        if self.has_dialog:
            self._unread = (*self._unread, ending)
            self.say_trouble(phrase("{} (shown after this dialog)", words_of(ending.rows[0])))
        elif ending.again is None:
            self.show_text((ending.place,), ending.rows, indent=ending.indent)
        else:
            self._show_not_done(ending, ending.again)

    def _show_not_done(self, ending: Ending, again: Callable[[], None]) -> None:
        from rctui.tui.screens.not_done import NotDoneScreen

        place, rows, indent, _ = ending
        self.push_screen(NotDoneScreen(self.session, place, rows, indent, again))

    def show_success(self, words: SafeText) -> None:
        """Say what a write that went well came to: the whole sentence, however long it is."""
        lines = lines_of(words, self.size.width)
        if self.has_dialog and lines > 1:
            self._cut_short += ((words, self.say_result(words)),)
        elif lines <= LINES_OF_TROUBLE:
            self.say_result(words)
        else:
            self.show_end(Ending(label("How it ended"), (words,), 2))

    def show_unread(self, _: object = None) -> None:
        """A dialog was closed: show what ended meanwhile."""
        unread, self._unread = self._unread, ()
        cut_short, self._cut_short = self._cut_short, ()
        for words, notice in cut_short:
            self.say_no_more(notice)
            self.show_success(words)
        for ending in unread:
            self.show_end(ending)


def words_of(row: SafeText | Toned) -> SafeText:
    """A row without its tone."""
    return row[0] if isinstance(row, tuple) else row
