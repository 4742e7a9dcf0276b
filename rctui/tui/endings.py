"""What must be read of an end: shown at once, or after the dialog that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.text.safe_text import SafeText, phrase
from rctui.tui.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tui.widgets.plain import Toned


class Ending(NamedTuple):
    """A text that stays until it is read."""

    place: SafeText
    rows: Sequence[SafeText | Toned]
    indent: int


class Endings(Memory):
    """The part of the application that shows how things ended, without getting in the way."""

    _unread: tuple[Ending, ...] = ()

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
        else:
            self.show_text((ending.place,), ending.rows, indent=ending.indent)

    def show_unread(self, _: object = None) -> None:
        """A dialog was closed: show what ended meanwhile."""
        unread, self._unread = self._unread, ()
        for ending in unread:
            self.show_end(ending)


def words_of(row: SafeText | Toned) -> SafeText:
    """A row without its tone."""
    return row[0] if isinstance(row, tuple) else row
