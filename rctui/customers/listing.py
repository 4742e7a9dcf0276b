"""What has been loaded of one list so far, page after page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.api.page import Page, Unreadable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """The rows of one or more pages, and where the next one starts.

    The API gives no totals, so a count here is always "loaded", never "of".
    """

    rows: tuple[T | Unreadable, ...]
    next_cursor: str | None
    cursors: frozenset[str]
    """Every cursor already followed: a server that names one of them again is going in circles."""
    cut_short: str
    """Why there are no more pages although the server named one; empty in a normal end."""
    as_of_ms: int
    """When the newest of these rows arrived, in ms since the epoch."""

    @property
    def more(self) -> bool:
        """Whether another page can be asked for."""
        return self.next_cursor is not None

    @property
    def count(self) -> SafeText:
        """`100 loaded, more` or `2`."""
        if self.cut_short:
            return phrase("{} loaded, the list broke off", len(self.rows))
        if self.more:
            return phrase("{} loaded, more", len(self.rows))
        return label("none") if not self.rows else phrase("{}", len(self.rows))


def first_page(page: Page[T], as_of_ms: int) -> Listing[T]:
    """A list of which only the first page is loaded."""
    return Listing(page.items, page.next_cursor, frozenset(), page.cut_short, as_of_ms)


def with_next_page(listing: Listing[T], page: Page[T], as_of_ms: int) -> Listing[T]:
    """The list with one more page at its end."""
    cursors = listing.cursors | ({listing.next_cursor} if listing.next_cursor else set())
    circles = page.next_cursor in cursors
    return Listing(
        listing.rows + page.items,
        None if circles else page.next_cursor,
        cursors,
        "the server repeats a page" if circles else page.cut_short,
        as_of_ms,
    )
