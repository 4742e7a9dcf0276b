"""The copy menu: one key more says what is copied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding

from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, label, safe
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

BY_HAND = "s"
_HOW = label("Press its key, or enter. s shows it, to be selected by hand. esc closes.")


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """Something that can be copied, exactly as it is."""

    key: str
    name: SafeText
    value: str
    """The raw value, never what is shown of it."""
    by_hand: bool = False
    """Whether it is only shown, to be selected by hand."""


def _choices_table() -> Table[CopyChoice]:
    return Table(
        "copy",
        (
            Column("key", label("KEY"), 4, lambda c: Cell(safe(c.key), Tone.ACCENT)),
            Column("name", label("COPY"), 17, lambda c: Cell(c.name)),
            Column(
                "value", label("VALUE"), 30, lambda c: Cell(safe(c.value), Tone.MUTED), grows=True
            ),
        ),
        key=lambda choice: choice.key,
    )


class CopyMenu(DialogScreen[CopyChoice | None]):
    """Pick what to copy. It copies nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", show=False),
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, choices: Sequence[CopyChoice]) -> None:
        super().__init__()
        self.choices = {choice.key: choice for choice in choices}

    def compose(self) -> ComposeResult:
        """Title, list."""
        with DialogBox():
            yield Plain((label("Copy what?"), Tone.ACCENT))
            table = RecordTable(_choices_table())
            table.add_class(GIVES_WAY)
            yield table
            yield Plain((_HOW, Tone.MUTED))

    @property
    def table(self) -> RecordTable[CopyChoice]:
        """The list."""
        return cast("RecordTable[CopyChoice]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show the choices. The list has no focus: its letters are taken by the choices."""
        self.table.is_steered = True
        self.table.styles.height = len(self.choices) + 1
        self.table.show(list(self.choices.values()))

    def on_key(self, event: events.Key) -> None:
        """The choice's own key takes it."""
        key = event.character or ""
        choice = self.choices.get(key)
        if choice is None and key == BY_HAND:
            choice = self._shown_by_hand()
        if choice is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(choice)

    def _shown_by_hand(self) -> CopyChoice | None:
        choice = self.table.cursor_record
        return None if choice is None else replace(choice, by_hand=True)

    def action_down(self) -> None:
        """To the next choice."""
        self.table.action_cursor_down()

    def action_up(self) -> None:
        """To the choice before."""
        self.table.action_cursor_up()

    def action_take(self) -> None:
        """Take the choice under the cursor."""
        self.dismiss(self.table.cursor_record)

    @on(RecordTable.Opened)
    def take_row(self, message: RecordTable.Opened) -> None:
        """A second click on a row takes it."""
        self.dismiss(cast("CopyChoice", message.record))

    def action_cancel(self) -> None:
        """Close and copy nothing."""
        self.dismiss(None)
