"""A list of commands over the screen they belong to: the palette, and the list of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from rctui.tables.commands import Command, commands_table, matching, told
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase
from rctui.text.width import cell_width
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.there import is_there
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.more_line import more_words
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.whole_line import WholeLine, cut_words, room_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

_HOW: Final = label("up/down choose, enter runs it, esc closes")
_NO_MATCH: Final = label("No command matches. esc closes.")


class CommandsScreen(DialogScreen[Command | None]):
    """Pick one command. It gives the command back and runs nothing itself.

    Letters are typed into the box, never keys of what is listed; up and down move in the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def __init__(self, title: SafeText, commands: list[Command]) -> None:
        super().__init__()
        self._title = title
        self._commands = commands
        self._undo: Callable[[], object] | None = None
        """What takes back the preview that is on."""

    def compose(self) -> ComposeResult:
        """Title, box, list."""
        with DialogBox():
            yield Plain((self._title, Tone.ACCENT))
            yield LineInput(placeholder="type to filter")
            table = RecordTable(commands_table())
            table.add_class(GIVES_WAY)
            yield table
            yield WholeLine(id="whole")
            yield Plain((_HOW, Tone.MUTED), id="how")

    @property
    def table(self) -> RecordTable[Command]:
        """The list."""
        return cast("RecordTable[Command]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show everything; what is typed goes into the box."""
        table = self.table
        table.is_steered = True
        table.styles.height = len(self._commands) + 1
        table.show(self._commands)
        self.watch(table, "cursor", self._moved, init=False)
        self.watch(table, "scroll_y", self._tell_how, init=False)
        self.call_after_refresh(self._tell_whole)
        self.query_one(Input).focus()

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
        """Say the whole of what the list has no room for."""
        if not is_there(self):
            return
        room = room_of(self.table, "help")
        command, words = self.table.cursor_record, cut_words(self.table, "help")
        if command is not None and command.why_not is not None and words is not None:
            words = words[0], Tone.ATTENTION
        is_needed = any(cell_width(told(one)) > room for one in self._commands)
        self.query_one(WholeLine).tell(words, is_needed=is_needed)
        self.call_after_refresh(self._tell_how)

    def _tell_how(self) -> None:
        """Say how it is used, and how much of the list is further down."""
        if not is_there(self):
            return
        table = self.table
        below = table.length - round(table.scroll_y) - table.page
        how = _HOW if table.length else _NO_MATCH
        if below > 0:
            how = phrase("{} · {}", more_words(below, label("down")), how)
        self.query_one("#how", Plain).show((how, Tone.MUTED))

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
        """Enter takes the row under the cursor."""
        self._take(self.table.cursor_record)

    @on(RecordTable.Opened)
    def take_row(self, message: RecordTable.Opened) -> None:
        """A second click on a row takes it."""
        self._take(cast("Command", message.record))

    def _take(self, command: Command | None) -> None:
        if command is None:
            return
        if command.why_not is not None:
            self.query_one(Plain).show((told(command), Tone.ATTENTION))
        else:
            self.dismiss(command)

    def action_move(self, move: str) -> None:
        """Move the list's cursor; the box keeps the focus."""
        getattr(self.table, f"action_{move}")()

    def action_cancel(self) -> None:
        """Close without a command, and as it was before."""
        self._end_preview()
        self.dismiss(None)
