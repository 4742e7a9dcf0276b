"""What a wide screen has besides its list: a column of customers, and a strip of what happened.

Neither is imported before there is room for it, nor before the screen has been painted once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on

from rctui.text.safe_text import phrase
from rctui.tui.keys.actions import FIND, PREVIEW
from rctui.tui.keys.wide_actions import (
    ALSO_FROM_THE_COLUMN,
    COLUMN,
    COLUMN_BY_TAB,
    COLUMN_TAKES,
    IN_THE_COLUMN_TOO,
)
from rctui.tui.lists.previewing import Previewing
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.there import is_there
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.row_preview import RowPreview
from rctui.tui.writing.messages import JournalChanged, WriteSeen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.geometry import Size
    from textual.widget import Widget

    from rctui.customers.listed import ListedCustomer
    from rctui.text.safe_text import SafeText
    from rctui.tui.keys.actions import Action
    from rctui.tui.widgets.activity_strip import ActivityStrip
    from rctui.tui.widgets.customer_column import CustomerColumn

WIDE: Final = 160
"""Cells from which on there is room for the column."""
TALL: Final = 50
"""Lines from which on a wide screen has room for the strip."""
COLUMN_WIDTH: Final = 25
"""Cells that the column takes, its rule included."""


class Room(NamedTuple):
    """What there is room for."""

    column: bool
    strip: bool


def room_in(size: Size) -> Room:
    """What there is room for on a screen of this size."""
    is_wide = size.width >= WIDE
    return Room(is_wide, is_wide and size.height >= TALL)


class Widens(Previewing, RctuiScreen):
    """A screen with a list and a preview, that shows more where it is wide."""

    _column: CustomerColumn | None = None
    _strip: ActivityStrip | None = None

    @property
    def has_column(self) -> bool:
        """Whether the screen is wide enough for the column, be it there already or not."""
        return room_in(self.app.size).column

    @property
    def in_column(self) -> bool:
        """Whether the column has the focus."""
        return self._column is not None and self._column.has_focus

    # Room

    def on_mount(self) -> None:
        """Show what there is room for."""
        self.fit_width()

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self.fit_width()

    def on_screen_resume(self) -> None:
        """The size, the customers and the requests may be others than when this was covered."""
        self.fit_width()
        self.show_customers()
        self.show_happened()

    def fit_width(self) -> None:
        """Show or hide the column and the strip; what is not there yet comes after this paint."""
        room = room_in(self.app.size)
        self.elsewhere = COLUMN_WIDTH if room.column else 0
        if self.in_column and not room.column and self.the_list is not None:
            self.the_list.focus()
        _display(self._column, room.column)
        _display(self._strip, room.strip)
        if self._column is not None:
            self.on_descendant_focus()
        if self._lacks(room):
            self.call_after_refresh(self._add)

    def _lacks(self, room: Room) -> bool:
        column, strip = self._column is None, self._strip is None
        return (room.column and column) or (room.strip and strip)

    def _add(self) -> None:
        """Mount what is lacking, unless the screen is gone or narrow again."""
        room, previews = room_in(self.app.size), self.query(RowPreview)
        if not is_there(self) or not previews:
            return
        if room.column and self._column is None:
            self._add_column(previews.first(RowPreview))
        if room.strip and self._strip is None:
            self._add_strip()
        self.on_descendant_focus()

    def _add_column(self, preview: RowPreview) -> None:
        from rctui.tui.widgets.customer_column import CustomerColumn

        self._column = CustomerColumn()
        self.show_customers()
        self.mount(self._column, after=preview)

    def _add_strip(self) -> None:
        from rctui.tui.widgets.activity_strip import ActivityStrip

        self._strip = ActivityStrip(self.session.activity, self.session.zone)
        self.show_happened()
        self.mount(self._strip, before=self.query_one(KeyFooter))

    # The column

    def customers_beside(self) -> Sequence[ListedCustomer]:
        """Who is in the column."""
        raise NotImplementedError

    @property
    def customer_shown(self) -> str:
        """The id of the customer that this screen is about, if it is about one."""
        return ""

    def pins_changed(self) -> None:
        """A customer has been pinned, or no longer is."""
        self.show_customers()

    @property
    def row_in_column(self) -> ListedCustomer | None:
        """The row under the column's cursor while it has the focus."""
        return self._column.row if self._column is not None and self.in_column else None

    def show_customers(self) -> None:
        """Show again who is pinned and who was opened."""
        if self._column is not None and self._column.display:
            self._column.show(self.customers_beside(), self.customer_shown)

    def action_recent_customers(self) -> None:
        """Go to the column."""
        if self._column is not None and self._column.display:
            self._column.focus()

    def on_customer_column_opened(self, message: CustomerColumn.Opened) -> None:
        """Enter in the column; who is on screen already needs no opening."""
        if message.customer_id == self.customer_shown:
            self.on_customer_column_left()
        else:
            self.program.open_customer(message.customer_id, asked=message.customer_id)

    def on_customer_column_left(self) -> None:
        """Back to the list."""
        if self.the_list is not None:
            self.the_list.focus()

    def on_customer_column_pinned(self, message: CustomerColumn.Pinned) -> None:
        """Turn the pin of a customer of the column."""
        self.program.pin(message.customer_id, self.pins_changed)

    def on_customer_column_copied(self, message: CustomerColumn.Copied) -> None:
        """Choose what to copy of a customer of the column."""
        from rctui.tui.customer.copies import customer_choices

        row, project = message.row, self.session.project
        self.program.choose_copy(customer_choices(row.customer_id, row.customer, project))

    def on_customer_column_moved(self) -> None:
        """Show who is under the cursor, once it rests there."""
        self.preview_when_at_rest()

    @property
    def keys_now(self) -> Sequence[Action]:
        """In the column its own keys; in the list also the way to the column."""
        return self.keys_beside() or self.with_column_key(super().keys_now)

    def offer_keys(self) -> None:
        """One cursor for the screen, in whichever list has the focus."""
        super().offer_keys()
        if self.the_list is not None:
            self.the_list.leave(self.in_column)

    def keys_beside(self) -> Sequence[Action]:
        """The keys of the column while it has the focus; else none."""
        return self._column.KEYS if self._column is not None and self.in_column else ()

    def with_column_key(self, keys: Sequence[Action]) -> Sequence[Action]:
        """Keys of the list, and the one that leads to the column where there is one."""
        if not self.has_column:
            return keys
        place = next((place for place, key in enumerate(keys) if key is FIND), len(keys))
        return [*keys[:place], COLUMN_BY_TAB, *keys[place:]]

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        width = self.app.size.width
        needed = {COLUMN: WIDE, PREVIEW: self.PREVIEW_FROM}.get(action, 0)
        if width < needed:
            return phrase("needs {} columns (now {}).", needed, width)
        if self.in_column and action not in ALSO_FROM_THE_COLUMN:
            return self._why_from_the_list(action)
        return super().why_not(action)

    def _why_from_the_list(self, action: Action) -> SafeText:
        """It would be taken to concern the customer under the column's cursor."""
        if action in IN_THE_COLUMN_TOO:
            key = self.program.action_keys.way_to(action)
            return phrase("Press {} in the column; for the list, esc first.", key)
        return phrase("{} works from the list: esc first.", action.name)

    def on_key(self, event: events.Key) -> None:
        """From the list tab leads to the column; there, keys concern no row but its own."""
        the_list = self.the_list
        if self.in_column:
            self._guard(event)
        elif event.key == "tab" and self.has_column and the_list is not None and the_list.has_focus:
            _taken(event)
            self.action_recent_customers()

    def key_escape(self, event: events.Key) -> None:
        """From the column the way is to the list, with its filter and marks as they are."""
        if not self.in_column:
            super().key_escape(event)

    def _guard(self, event: events.Key) -> None:
        """Let through what the column does itself and what concerns no row; refuse the rest."""
        from rctui.tui.widgets.customer_column import LEAVE_KEYS

        if event.key in LEAVE_KEYS or self._offered_by(event.key, COLUMN_TAKES):
            return
        action = self._offered_by(event.key, self.OFFERS)
        if action is not None and action not in ALSO_FROM_THE_COLUMN:
            _taken(event)
            self.program.say(self._why_from_the_list(action))

    def _offered_by(self, key: str, actions: Iterable[Action]) -> Action | None:
        """The one of some actions that has this key for this operator."""
        keys = self.program.action_keys
        return next((one for one in actions if key in keys.on(one).keys.split(",")), None)

    # The strip

    @on(WriteSeen)
    @on(JournalChanged)
    def show_happened(self) -> None:
        """Show the last requests and own writes."""
        if self._strip is not None and self._strip.display:
            self._strip.show(self.program.latest_writes)


def _taken(event: events.Key) -> None:
    event.stop()
    event.prevent_default()


def _display(widget: Widget | None, shown: bool) -> None:
    if widget is not None:
        widget.display = shown
