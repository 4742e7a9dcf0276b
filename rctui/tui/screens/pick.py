"""A short list of choices over the screen that asks: sort by what, which columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding

from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, label
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class PickRow:
    """One choice."""

    id: str
    sign: SafeText
    """How it stands now, in one or two cells."""
    name: SafeText
    note: SafeText = label("")
    """What choosing it comes to."""


def _rows_table(what: SafeText, *, signs: bool) -> Table[PickRow]:
    sign: Column[PickRow] = Column("sign", label(""), 2, lambda row: Cell(row.sign, Tone.ACCENT))
    return Table(
        "picks",
        (
            *((sign,) if signs else ()),
            Column("name", what, 16, lambda row: Cell(row.name), grows=True),
            Column("note", label(""), 20, lambda row: Cell(row.note, Tone.MUTED), grows=True),
        ),
        key=lambda row: row.id,
    )


class PickScreen(DialogScreen[str | None]):
    """Gives the chosen row's id back. With `turn`, rows are turned on and off until it closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", show=False),
        Binding("space", "turn", show=False),
        Binding("s", "take", show=False),
    ]

    def __init__(
        self,
        title: SafeText,
        how: SafeText,
        rows: Callable[[], list[PickRow]],
        *,
        what: SafeText,
        at: str = "",
        turn: Callable[[str], None] | None = None,
    ) -> None:
        """`what` is the title of the column with the choices, such as `PLAYBOOK`."""
        super().__init__()
        self._title = title
        self._what = what
        self._how = how
        self._rows = rows
        self._at = at
        self._turn = turn

    def compose(self) -> ComposeResult:
        """Title, list, how to choose."""
        with DialogBox():
            yield Plain((self._title, Tone.ACCENT))
            signs = any(row.sign.plain for row in self._rows())
            table = RecordTable(_rows_table(self._what, signs=signs))
            table.add_class(GIVES_WAY)
            yield table
            yield Plain((self._how, Tone.MUTED))

    @property
    def table(self) -> RecordTable[PickRow]:
        """The list."""
        return cast("RecordTable[PickRow]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show the choices, the cursor on the one that holds now."""
        rows = self._rows()
        self.table.styles.height = len(rows) + 2
        self.table.show(rows)
        self.table.cursor = next((n for n, row in enumerate(rows) if row.id == self._at), 0)
        self.table.focus()

    @on(RecordTable.Opened)
    def take_row(self, message: RecordTable.Opened) -> None:
        """Enter on a row."""
        self._take(cast("PickRow", message.record))

    def action_take(self) -> None:
        """The key that opened the list takes the row under the cursor as well."""
        if self.table.cursor_record is not None:
            self._take(self.table.cursor_record)

    def action_turn(self) -> None:
        """Turn the row under the cursor, where rows can be turned."""
        if self._turn is not None:
            self.action_take()

    def _take(self, row: PickRow) -> None:
        if self._turn is None:
            self.dismiss(row.id)
            return
        self._turn(row.id)
        self.table.show(self._rows())

    def action_cancel(self) -> None:
        """Close; what was turned stays turned."""
        self.dismiss(None)
