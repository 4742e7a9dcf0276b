"""A line to type into that shows what it holds and does none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.reactive import reactive
from textual.widgets import Input

from rctui.text.safe_text import in_place

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip


class LineInput(Input):
    """Textual's input with every character in a place of its own, and the whole of a paste.

    Textual hands what it holds to the terminal as it is, be it invisible or an order to the
    terminal, and keeps the first line of a paste without a word about the rest.
    """

    cursor_blink: reactive[bool] = reactive(False, init=False)
    """A cursor that blinks writes to the terminal for ever, over SSH too."""

    @property
    def _value(self) -> Text:
        return Text(in_place(self.value).plain, no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(in_place(self.value[:position]).plain)

    def render_line(self, y: int) -> Strip:
        """The line; an underlined field is seen to its end, which Textual leaves bare."""
        strip = super().render_line(y)
        style = self.rich_style
        return (
            strip.adjust_cell_length(self.content_size.width, style) if style.underline else strip
        )

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        start, end = self.selection
        self.replace(event.text.strip("\r\n"), min(start, end), max(start, end))
