"""The column of customers beside a list: who is pinned, and who was opened last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from rctui.tables.listed_customers import listed_customers_table
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width, cut, cut_middle, fit, wrap
from rctui.tui.keys.actions import (
    BACK,
    COPY,
    FIND,
    HELP,
    OPEN,
    PALETTE,
    PIN,
    PREVIOUS_CUSTOMER,
    Action,
    bindings,
)
from rctui.tui.keys.wide_actions import COLUMN_TAKES
from rctui.tui.widgets.list_moves import ListMoves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from rctui.customers.listed import ListedCustomer
    from rctui.tables.table import Column
    from rctui.text.safe_text import SafeText

_TITLE: Final = label("PINNED AND RECENT")
_NOBODY: Final = label("Customers that you open or pin are listed here.")
_HEADING_LINES: Final = 1
_GUTTER: Final = 2
_SHORTEST_NAME: Final = 4
LEAVE_KEYS: Final = ("escape", "right", "tab", "shift+tab")
"""All of them lead to the list."""
_LEAVE: Final = Action("column-leave", "escape", label("To the list"), label("On to the list."), 3)


class CustomerColumn(ListMoves, Widget, can_focus=True):
    """A narrow list: `*` is pinned, `>` is the customer on screen, or the cursor once it moves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COLUMN_TAKES),
        Binding(",".join(LEAVE_KEYS), "leave", show=False),
    ]
    KEYS: ClassVar[tuple[Action, ...]] = (
        OPEN,
        _LEAVE,
        PIN,
        COPY,
        PREVIOUS_CUSTOMER,
        FIND,
        PALETTE,
        HELP,
        BACK,
    )
    """What the footer shows while it has the focus."""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "customer-column--heading",
        "customer-column--cursor",
        "customer-column--shown",
        "customer-column--muted",
        "customer-column--accent",
    }
    DEFAULT_CSS = """
    CustomerColumn { dock: left; width: 25; height: 100%; border-right: solid $panel;
                     color: $foreground; }
    CustomerColumn > .customer-column--heading { color: $text-muted; text-style: bold; }
    CustomerColumn:focus > .customer-column--heading { color: $text-accent; }
    CustomerColumn > .customer-column--cursor { background: $primary; color: $background;
                                                text-style: bold; }
    CustomerColumn > .customer-column--shown { background: $boost; }
    CustomerColumn > .customer-column--muted { color: $text-muted; }
    CustomerColumn > .customer-column--accent { color: $text-accent; text-style: bold; }
    """

    @dataclass
    class Opened(Message):
        """Enter, or a second click, on a customer."""

        customer_id: str

    @dataclass
    class Pinned(Message):
        """The pin of a customer is to be turned."""

        customer_id: str

    @dataclass
    class Copied(Message):
        """Something of a customer is to be copied."""

        row: ListedCustomer

    class Moved(Message):
        """Another customer is under the cursor, or none, for the focus has gone."""

    class Left(Message):
        """On to the list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ListedCustomer] = ()
        self.cursor = 0
        self._shown = ""
        self._top = 0
        self._known_as: Column[ListedCustomer] | None = None

    def show(self, rows: Sequence[ListedCustomer], shown: str) -> None:
        """Replace the rows; `shown` is the id of the customer on screen, if there is one."""
        if (rows, shown) == (self.rows, self._shown):
            return
        under = self.row
        self.rows, self._shown = rows, shown
        columns = listed_customers_table(remembered=rows).columns
        self._known_as = next((one for one in columns if one.id == "known-as"), None)
        self.cursor = self._place_of(under.customer_id if under is not None else "")
        self._bring_into_view()

    @property
    def row(self) -> ListedCustomer | None:
        """The customer under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def _place_of(self, customer_id: str) -> int:
        """Where a customer is; near where the cursor was if it is gone."""
        places = (place for place, row in enumerate(self.rows) if row.customer_id == customer_id)
        return next(places, max(0, min(self.cursor, len(self.rows) - 1)))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: the title, or whatever customer stands there."""
        width = self.content_size.width
        if y < _HEADING_LINES:
            title = label("[") + _TITLE + label("]") if self.has_focus else label("  ") + _TITLE
            return _strip([Segment(title.plain, self._style("heading"))], width)
        if not self.rows:
            lines = wrap(_NOBODY, width - _GUTTER - 1)
            words = lines[y - _HEADING_LINES].plain if y <= len(lines) else ""
            return _strip([Segment("  " + words, self._style("muted"))], width)
        place = self._top + y - _HEADING_LINES
        if place >= self.length:
            return _strip([Segment("", self.rich_style)], width)
        return self._row_strip(place, width)

    def _row_strip(self, place: int, width: int) -> Strip:
        row = self.rows[place]
        is_shown = not self.has_focus and row.customer_id == self._shown
        is_under = self.has_focus and place == self.cursor
        mark = "*" if row.why == "pinned" else " "
        id_, name = self._words(row, width - _GUTTER - 1)
        if is_under or is_shown:
            text = ">" + mark + fit(id_ + name, width - _GUTTER).plain
            return _strip([Segment(text, self._style("cursor" if is_under else "shown"))], width)
        return _strip(
            [
                Segment(" " + mark, self._style("accent")),
                Segment(id_.plain, self.rich_style),
                Segment(name.plain, self._style("muted")),
            ],
            width,
        )

    def _words(self, row: ListedCustomer, room: int) -> tuple[SafeText, SafeText]:
        """The id, and who that is where it is known and there is room."""
        id_, column = cut_middle(safe(row.customer_id), room), self._known_as
        left = room - cell_width(id_) - 1
        knows = column is not None and column.sort_key is not None and column.sort_key(row)
        if column is None or not knows or left < _SHORTEST_NAME:
            return id_, label("")
        return id_, label(" ") + cut(column.cell(row).text, left)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"customer-column--{name}")

    def on_focus(self) -> None:
        """Begin at the customer on screen."""
        self.cursor = self._place_of(self._shown)
        self._bring_into_view()
        self.post_message(self.Moved())

    def on_blur(self) -> None:
        """The list has the cursor again."""
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._bring_into_view()

    # Moving

    @property
    def page(self) -> int:
        """How many customers are seen at once."""
        return max(1, self.content_size.height - _HEADING_LINES)

    @property
    def length(self) -> int:
        """How many customers there are."""
        return len(self.rows)

    def move(self, place: int) -> None:
        """Put the cursor on a place, or as near to it as there are customers."""
        self.cursor = max(0, min(self.length - 1, place))
        self._bring_into_view()
        self.post_message(self.Moved())

    def _bring_into_view(self) -> None:
        top = max(min(self._top, self.cursor), self.cursor - self.page + 1)
        self._top = min(top, max(0, self.length - self.page))
        self.refresh()

    # Doing

    def action_open_row(self) -> None:
        """Open the customer under the cursor."""
        if self.row is not None:
            self.post_message(self.Opened(self.row.customer_id))

    def action_pin(self) -> None:
        """Turn the pin of the customer under the cursor."""
        if self.row is not None:
            self.post_message(self.Pinned(self.row.customer_id))

    def action_copy(self) -> None:
        """Copy something of the customer under the cursor."""
        if self.row is not None:
            self.post_message(self.Copied(self.row))

    def action_leave(self) -> None:
        """On to the list."""
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, the second opens the customer."""
        place = self._top + event.y - _HEADING_LINES
        if event.y >= _HEADING_LINES and place < self.length:
            self.move(place)
            if event.chain > 1:
                self.action_open_row()


def _strip(segments: list[Segment], width: int) -> Strip:
    """Segments in exactly `width` cells."""
    return Strip(segments).adjust_cell_length(width, segments[-1].style)
