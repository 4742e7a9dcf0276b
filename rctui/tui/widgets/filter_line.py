"""The line in which a list is filtered: the words, and how many of the loaded rows hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.keys.actions import Action
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.tui.widgets.record_table import RecordTable


WHILE_FILTERING = (
    Action("filter-rows", "enter", label("To the rows"), label("Keep the filter."), footer=1),
    Action("filter-end", "escape", label("End the filter"), label("Show every row."), footer=2),
)
"""For the footer alone."""
_ROOM_FOR_KEY: Final = 80
"""Cells of the screen from which on the count has room for how the filter ends."""


class FilterLine(Horizontal):
    """Filters one table while it is typed into. `enter` goes back to the rows, `esc` ends it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end", show=False, priority=True),
        Binding("enter,down", "to_rows", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FilterLine { height: 1; dock: bottom; margin-bottom: 1; background: $panel; }
    FilterLine Input, FilterLine Input:focus { border: none; height: 1; padding: 0; width: 1fr;
                                               background: $panel; }
    FilterLine .mark { width: 2; } FilterLine #held { width: auto; padding: 0 1; }
    """

    class Ended(Message):
        """The filter is over."""

    def __init__(self, table: RecordTable[object]) -> None:
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        """A mark, the words, the count."""
        mark = Plain(label("/ "))
        mark.add_class("mark")
        yield mark
        yield LineInput(self._table.shown.filter_words)
        yield Plain(id="held")

    def on_mount(self) -> None:
        """Begin to type."""
        self.query_one(Input).focus()
        self.show_count()

    @on(Input.Changed)
    def filter_rows(self, message: Input.Changed) -> None:
        """Show the rows that hold every word."""
        message.stop()
        self._table.filter(message.value)
        self.show_count()

    def show_count(self) -> None:
        """Say how many rows are left. The table may tell a change before this line has parts."""
        held, loaded = len(self._table.rows), self._table.loaded
        for line in self.query("#held").results(Plain):
            words = _held_words(held, loaded, more=self._table.shown.more)
            has_room = self.app.size.width >= _ROOM_FOR_KEY
            line.show(words + label(" · esc shows all") if has_room else words)

    def action_to_rows(self) -> None:
        """Back to the rows; the filter stays."""
        self._table.focus()

    def action_end(self) -> None:
        """No filter any more."""
        self._table.filter("")
        self._table.focus()
        self.post_message(self.Ended())


def _held_words(held: int, loaded: int, *, more: bool) -> SafeText:
    """How many rows hold the words; those that are not loaded nobody has looked at."""
    rows = label("loaded rows" if more else "rows")
    return phrase("{} of {} {} match", held, loaded, rows)
