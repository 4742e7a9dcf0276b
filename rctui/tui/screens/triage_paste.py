"""Triage: where many ids are pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from rctui.customers.triage import IDS_AT_MOST, REQUESTS, ids_in
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.many.words import time_words
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.list_box import PasteBox
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.tui.app import RctuiApp
    from rctui.tui.session import Session

_HOW: Final = label("Paste ids: one a line, or with spaces or commas between.")
_NONE: Final = label("No ids yet. esc cancels.")


class _IdsBox(PasteBox):
    """Enter on an empty last line looks up what it holds; a paste often ends with one."""

    class Ended(Message):
        """There is no further id."""

    async def _on_key(self, event: events.Key) -> None:
        """Textual's own handler comes next and types the rest."""
        row, column = self.cursor_location
        last = self.document.line_count - 1
        ends = row == last and not self.document.get_line(last)[:column].strip()
        if event.key == "enter" and ends and ids_in(self.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended())


class TriagePasteScreen(DialogScreen[None]):
    """A box for many lines, and what they come to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False, priority=True),
        Binding("tab", "leave_box", show=False, priority=True),
        Binding("enter", "read", show=False),
    ]
    DEFAULT_CSS = """
    TriagePasteScreen PasteBox { min-height: 6; }
    TriagePasteScreen #said { padding: 1 0 0 0; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Title, box, what is in it."""
        with DialogBox():
            yield Plain((label("Triage: a verdict for each of many customers"), Tone.ACCENT))
            yield Plain((_HOW, Tone.MUTED))
            box = _IdsBox()
            box.add_class(GIVES_WAY)
            yield box
            yield Plain(_NONE, id="said")

    def on_mount(self) -> None:
        """Take the paste."""
        self.query_one(TextArea).focus()

    @property
    def _ids(self) -> tuple[str, ...]:
        return ids_in(self.query_one(TextArea).text)

    @on(TextArea.Changed)
    def count(self) -> None:
        """Say how many ids there are."""
        self.query_one("#said", Plain).show(_count_words(len(self._ids)))

    def action_leave_box(self) -> None:
        """From the box to what enter does; and back."""
        box = self.query_one(TextArea)
        self.set_focus(None if box.has_focus else box)
        if not box.has_focus and self._ids:
            count = len(self._ids)
            who = label("1 customer") if count == 1 else phrase("{} customers", count)
            words = phrase("enter looks {} up; tab goes back to the box. esc cancels.", who)
            self.query_one("#said", Plain).show((words, Tone.ACCENT))

    def action_read(self) -> None:
        """Open the list."""
        if not self.query_one(TextArea).has_focus:
            self._look_up()

    @on(_IdsBox.Ended)
    def _look_up(self) -> None:
        from rctui.tui.screens.triage import TriageScreen

        ids = self._ids
        if ids and self.is_active:
            program = cast("RctuiApp", self.app)
            self.dismiss(None)
            program.push_screen(TriageScreen(self._session, ids))

    def action_cancel(self) -> None:
        """Close."""
        if self.is_active:
            self.dismiss(None)


def _count_words(count: int) -> SafeText:
    if not count:
        return _NONE
    how_long = time_words(count * REQUESTS)
    ids = label("1 id") if count == 1 else phrase("{} ids", count)
    words = phrase("{}, read in {} at least.", ids, how_long)
    if count >= IDS_AT_MOST:
        words = phrase("{} No more than {} are taken.", words, IDS_AT_MOST)
    return phrase("{} enter on an empty last line looks them up. esc cancels.", words)
