"""The box that understands whatever is typed or pasted into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from rctui.text.safe_text import safe

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

KEYS_WHILE_EMPTY: Final = frozenset("?:/!")
"""What no search begins with: in an empty box they are keys, as in the list below it."""
_EXAMPLES: Final = (
    "App User ID, e-mail, store order id, or a pasted ticket",
    "App User ID, e-mail, order id, or a ticket",
    "id, e-mail, order id, or a ticket",
    "id, e-mail, ticket",
)
"""What may be looked for; the longest that the box has room for is shown in it."""
PASTED_AT_MOST = 20_000
"""Characters of a paste that are looked at: a whole ticket, and no more."""


class FindBox(Input):
    """One line of input that keeps the whole of a paste.

    Textual's Input keeps the first line of a paste; a ticket has its customer anywhere. What is
    pasted stays aside as it came and the box shows it on one line; typing on discards it.

    As long as it is empty, what no search begins with goes on to the screen's own keys. A paste
    is text, whatever it holds.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", show=False),
        Binding("escape", "leave", show=False),
    ]
    DEFAULT_CSS = """
    FindBox, FindBox:focus { border: none; height: 1; padding: 0 1; background: $boost; }
    """

    class Asked(Message):
        """Enter was pressed on what the box holds."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The operator went on to the list below."""

    def __init__(self) -> None:
        super().__init__(placeholder=_EXAMPLES[0])
        self.cursor_blink = False
        self._pasted: str | None = None
        self._asked = ""

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        fits = (one for one in _EXAMPLES if len(one) < self.content_size.width)
        self.placeholder = next(fits, _EXAMPLES[-1])

    @property
    def text(self) -> str:
        """What to find: the paste as it came, or what was typed."""
        return self._pasted if self._pasted is not None else self.value

    def put(self, text: str) -> None:
        """Fill the box as a paste would."""
        self.value = ""
        self._take(text)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        """Hand on what is a key here; Textual's own handler comes next and types the rest."""
        if self._is_key(event.character):
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the box takes a key for itself."""
        return not self._is_key(character) and super().check_consume_key(key, character)

    def _is_key(self, character: str | None) -> bool:
        return not self.value and character in KEYS_WHILE_EMPTY

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def _take(self, text: str) -> None:
        start, end = (0, len(self.value)) if self._is_dealt_with else sorted(self.selection)
        whole = f"{self.value[:start]}{text}{self.value[end:]}"[:PASTED_AT_MOST]
        shown = safe(whole.strip(), limit=PASTED_AT_MOST).plain
        self.value = shown
        self.cursor_position = len(shown)
        self._pasted = whole if shown != whole else None

    @property
    def _is_dealt_with(self) -> bool:
        """Whether a paste takes the place of everything: of a paste, and of what was asked for."""
        return self._pasted is not None or self.value == self._asked

    def watch_value(self, value: str) -> None:
        """Typing over a paste makes it typed text."""
        if self._pasted is not None and value != safe(self._pasted.strip(), PASTED_AT_MOST).plain:
            self._pasted = None

    async def action_submit(self) -> None:
        """Find what the box holds. What is typed next takes its place."""
        self._asked = self.value
        self.action_select_all()
        self.post_message(self.Asked(self.text))

    def action_leave(self) -> None:
        """Go on to the list."""
        self.post_message(self.Left())
