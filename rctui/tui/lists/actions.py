"""What can be done to the list of a screen: filter, sort, mark, choose columns, preview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.widgets import Input

from rctui.text.safe_text import label
from rctui.tui.keys.actions import COLUMNS, COPY, DETAIL, EXPORT, FILTER, MARK_ROW, OPEN, SORT
from rctui.tui.keys.write_actions import WRITES
from rctui.tui.own_screen import OwnScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.filter_line import WHILE_FILTERING, FilterLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from rctui.text.safe_text import SafeText
    from rctui.tui.keys.actions import Action

_WRITE_IDS = frozenset(action.id for action in WRITES)
OF_A_LIST = (FILTER, SORT, MARK_ROW, COLUMNS, EXPORT)
OF_A_ROW = (OPEN, DETAIL, COPY, MARK_ROW)
NO_LIST = label("There is no list here.")
NO_ROW = label("The list has no row under the cursor.")


class ListActions(OwnScreen):
    """A screen that may have one list."""

    OFFERS: ClassVar[tuple[Action, ...]] = ()
    NEED_ROWS: ClassVar[frozenset[str]] = frozenset(
        action.id for action in (OPEN, DETAIL, COPY, *OF_A_LIST)
    )
    """The ids of actions that do nothing where the list has no rows."""
    LEADS_HERE: ClassVar[Action | None] = None
    """The action that opens this screen: here it leads nowhere."""

    @property
    def the_list(self) -> RecordTable[Any] | None:
        """The list of this screen, if it has one."""
        tables = self.query(RecordTable)
        return tables.first(RecordTable) if tables else None

    def _list_or_say(self) -> RecordTable[Any] | None:
        table = self.the_list
        if table is None:
            self.program.say(NO_LIST)
        return table

    @on(RecordTable.Arranged)
    def tell_arrangement(self) -> None:
        """Say how the rows are sorted and how many are marked, and count the filtered ones."""
        table = self.the_list
        for line in self.query(CountLine):
            if table is None:
                line.note(label(""))
            else:
                line.note(table.shown.note, is_filtered=bool(table.shown.filter_words))
        for filter_line in self.query(FilterLine):
            filter_line.show_count()

    @property
    def keys_now(self) -> Sequence[Action]:
        """What the footer shows: the keys that do something where the focus is."""
        return self.those_with_rows(self.OFFERS)

    def those_with_rows(self, actions: Sequence[Action]) -> Sequence[Action]:
        """Of some actions those that have something to work on: a list, and rows in it."""
        table = self.the_list
        without: frozenset[str] = frozenset()
        if table is None:
            without = frozenset(action.id for action in OF_A_LIST)
        elif table.is_known_empty:
            without = self.NEED_ROWS
        if self.program.session.project.read_only:
            without |= _WRITE_IDS
        return [one for one in actions if one.id not in without and one is not self.LEADS_HERE]

    def why_not_in_list(self, action: Action) -> SafeText | None:
        """Why an action on the list, or on its row under the cursor, can't be done now."""
        table = self.the_list
        if action in OF_A_LIST and table is None:
            return NO_LIST
        if table is None:
            return NO_ROW if action in (OPEN, DETAIL) else None
        needs_a_row = action in OF_A_ROW and action.id in self.NEED_ROWS
        return NO_ROW if needs_a_row and table.cursor_row is None else None

    @on(RecordTable.CursorMoved)
    def offer_what_works(self, message: RecordTable.CursorMoved) -> None:
        """Where rows came or went, other keys work."""
        if self.is_mounted and not message.by_key:
            self.offer_keys()

    def on_descendant_focus(self) -> None:
        """Another part has other keys."""
        self.offer_keys()

    def offer_keys(self) -> None:
        """Show the keys that work now: where text is typed, letters are none."""
        in_filter = isinstance(self.focused, Input) and bool(self.query(FilterLine))
        for footer in self.query(KeyFooter):
            footer.offer(WHILE_FILTERING if in_filter else self.keys_now)

    # Filter

    def action_filter(self) -> None:
        """Filter the list of this screen."""
        table = self._list_or_say()
        if table is None:
            return
        lines = self.query(FilterLine)
        if lines:
            lines.first(FilterLine).query_one(Input).focus()
        else:
            self.mount(FilterLine(table))

    @on(FilterLine.Ended)
    def end_filter(self, message: FilterLine.Ended) -> None:
        """Put the line away."""
        message.stop()
        self.query(FilterLine).remove()

    def ends_filter(self) -> bool:
        """End the filter where there is one: what `esc` does first. Whether there was one."""
        lines = self.query(FilterLine)
        if not lines:
            return False
        lines.first(FilterLine).action_end()
        return True

    def key_escape(self, event: events.Key) -> None:
        """A filter ends, and then marks are taken off, before anything else closes."""
        table = self.the_list
        if self.ends_filter() or (table is not None and table.unmark()):
            event.stop()
            event.prevent_default()

    # The row under the cursor

    def action_open(self) -> None:
        """Open the row under the cursor, for whom the key of the list is not at hand."""
        table = self._list_or_say()
        if table is not None and table.cursor_row is None:
            self.program.say(NO_ROW)
        elif table is not None:
            table.action_open_row()

    def action_detail(self) -> None:
        """Show the row under the cursor; for most lists that is what opening it comes to."""
        self.action_open()

    # Sorting and marks

    def action_sort(self) -> None:
        """Choose by what to sort."""
        table = self._list_or_say()
        if table is None:
            return
        from rctui.tui.lists.picks import ask_sort

        ask_sort(self, table)

    def action_mark_row(self) -> None:
        """Mark the row under the cursor, or take its mark off, and go on to the next."""
        table = self._list_or_say()
        if table is not None:
            table.turn_mark()
            table.action_cursor_down()

    # Columns

    def action_columns(self) -> None:
        """Choose which columns are shown."""
        table = self._list_or_say()
        if table is None:
            return
        from rctui.tui.lists.picks import ask_columns

        ask_columns(self, table)
