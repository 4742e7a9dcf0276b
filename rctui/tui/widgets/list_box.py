"""Fields that take many pasted lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.message import Message
from textual.widgets import TextArea

from rctui.text.safe_text import in_place

if TYPE_CHECKING:
    from textual import events


class PasteBox(TextArea):
    """As high as what it holds. It shows every character in a place of its own and obeys none."""

    DEFAULT_CSS = """
    PasteBox, PasteBox:focus { border: none; height: auto; padding: 0 1; scrollbar-size: 0 0;
                               background: $boost; }
    PasteBox:focus { background: $panel; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id, soft_wrap=False, tab_behavior="focus", show_line_numbers=False, compact=True
        )
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn; Textual would hand it to the terminal as it is."""
        line = in_place(self.document.get_line(line_index))
        return Text(line.plain, end="", no_wrap=True)


class ListBox(PasteBox):
    """Takes the rows of a list, which come by a paste, or the name of their file. Enter goes on."""

    DEFAULT_CSS = "ListBox { max-height: 6; }"

    class Submitted(Message):
        """Enter was pressed."""

    @property
    def holds_rows(self) -> bool:
        """Whether it holds the rows themselves, which are more than one line."""
        return len(self.text.strip().splitlines()) > 1

    async def _on_key(self, event: events.Key) -> None:
        """Textual's own handler comes next and types the rest."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
