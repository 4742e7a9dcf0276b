"""A project's customers, gone through page by page: only the pages looked at last are kept.

A hundred thousand customers take no more memory than a thousand. Where a page was let go, its
rows are `NOT_KEPT` until it has been read again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, overload

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT, ListedCustomer, listed_rows
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.api.page import Page

Row: TypeAlias = ListedCustomer | Unreadable

KEPT_PAGES: Final = 3
_GONE: Final = Unreadable("no longer in the list: load it again", None)


class BrowsedCustomers(Sequence[Row]):
    """The rows of every page so far, in the server's order. The API gives no totals."""

    def __init__(self, first: Page[Customer], *, keep: int = KEPT_PAGES) -> None:
        self._keep = keep
        self._starts: list[int] = []
        self._cursors: list[str | None] = []
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._count = 0
        self._cut_short = ""
        self.next_cursor: str | None = None
        """Where the next page starts; `None` after the last one."""
        self.add(first)

    def add(self, page: Page[Customer]) -> None:
        """One more page at the end."""
        self._cursors.append(self.next_cursor)
        self._starts.append(self._count)
        self._count += len(page.items)
        self._store(len(self._starts) - 1, listed_rows(page.items))
        circles = page.next_cursor is not None and page.next_cursor in self._cursors
        self.next_cursor = None if circles else page.next_cursor
        self._cut_short = "the server repeats a page" if circles else page.cut_short

    def put_back(self, number: int, page: Page[Customer]) -> None:
        """A page that was let go has been read again; it keeps its length, whatever came since."""
        size = self._end(number) - self._starts[number]
        rows = (*listed_rows(page.items), *[_GONE] * size)
        self._store(number, rows[:size])

    def page_at(self, place: int) -> tuple[int, str | None]:
        """The page that a row is on, by number, and the cursor that reads it."""
        number = bisect_right(self._starts, place) - 1
        return number, self._cursors[number]

    @property
    def more(self) -> bool:
        """Whether another page can be asked for."""
        return self.next_cursor is not None

    @property
    def is_whole(self) -> bool:
        """Whether the last page is here, and was really the last."""
        return not self.more and not self._cut_short

    @property
    def count_words(self) -> SafeText:
        """`100 loaded, more` or `2`: always of what was loaded, never a total."""
        if self._cut_short:
            return phrase("{} loaded, the list broke off", self._count)
        if self.more:
            return phrase("{} loaded, more", self._count)
        return label("none") if not self._count else phrase("{}", self._count)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(self._count)))
        if not 0 <= place < self._count:
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        page = self._pages.get(number)
        return NOT_KEPT if page is None else page[place - self._starts[number]]

    def _end(self, number: int) -> int:
        return self._starts[number + 1] if number + 1 < len(self._starts) else self._count

    def _store(self, number: int, rows: tuple[Row, ...]) -> None:
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > self._keep:
            self._pages.popitem(last=False)


class Below(Sequence[Row]):
    """A list with a few rows above it."""

    def __init__(self, above: tuple[Row, ...], rows: Sequence[Row]) -> None:
        self._above = above
        self._rows = rows

    def __len__(self) -> int:
        return len(self._above) + len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        if place < len(self._above):
            return self._above[place]
        return self._rows[place - len(self._above)]
