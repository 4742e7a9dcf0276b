"""One question over the screen that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.error_words import error_words
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.widgets.dialog_box import DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned


class PromptScreen(DialogScreen[str | None]):
    """Gives back what was typed, once `check` takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False, priority=True)]
    DEFAULT_CSS = """
    PromptScreen #said { padding: 1 0 0 0; }
    """

    def __init__(
        self,
        title: SafeText,
        hint: SafeText,
        check: Callable[[str], object],
        *,
        start: str = "",
        tell: Callable[[str], Toned] | None = None,
    ) -> None:
        """`check` raises RctuiError for what can't be meant.

        `tell` says what is understood so far, in place of the hint.
        """
        super().__init__()
        self._title = title
        self._hint = hint
        self._check = check
        self._start = start
        self._tell = tell

    def compose(self) -> ComposeResult:
        """Title, field, what may be typed."""
        with DialogBox():
            yield Plain((self._title, Tone.ACCENT))
            yield LineInput(self._start, select_on_focus=False)
            yield Plain((self._hint, Tone.MUTED), id="said")

    def on_mount(self) -> None:
        """Take the typing."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def tell_so_far(self, message: Input.Changed) -> None:
        """Say what is understood, or take back why it was not."""
        words = (self._hint, Tone.MUTED) if self._tell is None else self._tell(message.value)
        self.query_one("#said", Plain).show(words)

    @on(Input.Submitted)
    def take(self, message: Input.Submitted) -> None:
        """Give it back, or say why it can't be meant."""
        message.stop()
        try:
            self._check(message.value)
        except RctuiError as error:
            self.query_one("#said", Plain).show((error_words(error), Tone.BAD))
        else:
            self.dismiss(message.value)

    def action_cancel(self) -> None:
        """Close without an answer."""
        if self.is_active:
            self.dismiss(None)
