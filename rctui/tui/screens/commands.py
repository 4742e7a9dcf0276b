"""A list of commands over the screen they belong to: the palette, and the list of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.tables.commands import Command, commands_table, matching, told
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase
from rctui.text.width import cell_width
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.more_line import more_words
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

_HOW: Final = label("enter runs it, esc closes")
_NO_MATCH: Final = label("No command matches. esc closes.")


class CommandsScreen(ModalScreen[Command | None]):
    """Pick one command. It gives the command back and runs nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "to_list", show=False),
    ]
    DEFAULT_CSS = """
    CommandsScreen { align: center top; background: $background; }
    CommandsScreen > Vertical { width: 100%; max-width: 116; height: 100%;
                                background: $surface; padding: 0 1; }
    CommandsScreen Input, CommandsScreen Input:focus { border: none; height: 1; padding: 0 1;
                                                       background: $boost; }
    CommandsScreen #whole { height: auto; min-height: 2; max-height: 8; }
    """

    def __init__(self, title: SafeText, commands: list[Command], *, typing: bool) -> None:
        super().__init__()
        self._title = title
        self._commands = commands
        self._typing = typing
        self._undo: Callable[[], object] | None = None
        """What takes back the preview that is on."""

    def compose(self) -> ComposeResult:
        """Title, box, list."""
        with Vertical():
            yield Plain((self._title, Tone.ACCENT))
            yield LineInput(placeholder="type to filter")
            yield RecordTable(commands_table())
            yield Plain(id="whole")
            yield Plain(_HOW, id="how")

    @property
    def table(self) -> RecordTable[Command]:
        """The list."""
        return cast("RecordTable[Command]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show everything; focus the box or the list."""
        box = self.query_one(Input)
        box.cursor_blink = False
        self.table.show(self._commands)
        self.watch(self.table, "cursor", self._moved, init=False)
        self.watch(self.table, "scroll_y", self._tell_how, init=False)
        self.call_after_refresh(self._tell_whole)
        (box if self._typing else self.table).focus()

    @on(Input.Changed)
    def filter_commands(self, message: Input.Changed) -> None:
        """Show what matches, with the cursor on what matches best."""
        self.table.show(matching(self._commands, message.value))
        self.table.cursor = 0
        self._moved()

    def on_resize(self) -> None:
        """Another width cuts other sentences."""
        self.call_after_refresh(self._tell_whole)

    def _moved(self) -> None:
        self._preview()
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Say the whole of what the list has no room for; no line for it where that is nothing."""
        if not self.query(RecordTable):
            return  # closed before it was drawn
        room = next((one.width for one in self.table.columns.placed if one.column.id == "help"), 0)
        whole = self.query_one("#whole", Plain)
        whole.display = any(cell_width(told(one)) > room for one in self._commands)
        command = self.table.cursor_record
        is_cut = command is not None and cell_width(told(command)) > room
        words = told(command) if command is not None and is_cut else label("")
        whole.show((words, Tone.ATTENTION if command and command.why_not else Tone.PLAIN))
        self.call_after_refresh(self._tell_how)

    def _tell_how(self) -> None:
        """Say how it is used, and how much of the list is further down."""
        if not self.query(RecordTable):
            return  # closed before it was drawn
        table = self.table
        below = table.length - round(table.scroll_y) - table.page
        how = _HOW if table.length else _NO_MATCH
        if below > 0:
            how = phrase("{} · {}", more_words(below, label("down")), how)
        self.query_one("#how", Plain).show(how)

    def _preview(self) -> None:
        """Show what the command under the cursor would do, where it can be shown."""
        command = self.table.cursor_record
        if command is None or command.preview is None or command.why_not is not None:
            self._end_preview()
            return
        undo = command.preview()
        # The first preview knows how it was before any.
        self._undo = self._undo or undo

    def _end_preview(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    @on(Input.Submitted)
    def take_first(self) -> None:
        """Enter in the box takes the row under the cursor."""
        self._take(self.table.cursor_record)

    @on(RecordTable.Opened)
    def take_row(self, message: RecordTable.Opened) -> None:
        """Enter on a row takes it."""
        self._take(cast("Command", message.record))

    def _take(self, command: Command | None) -> None:
        if command is None:
            return
        if command.why_not is not None:
            self.query_one(Plain).show((told(command), Tone.ATTENTION))
        else:
            self.dismiss(command)

    def action_to_list(self) -> None:
        """Down in the box goes on to the list."""
        self.table.focus()

    def action_cancel(self) -> None:
        """Close without a command, and as it was before."""
        self._end_preview()
        self.dismiss(None)
