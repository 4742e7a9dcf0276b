"""One page of a list. Items that can't be read keep their place in it.

Importable without pydantic: the models are only needed once a page is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from rctui.api.models.base import Record

MOST_ITEMS: Final = 1000
"""Of one page. The API gives 100 at the most, whatever is asked for."""

T = TypeVar("T")
R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An item that the server sent and that no model fits."""

    reason: str
    """What is wrong with it. May hold outside text."""
    raw: object = field(hash=False)
    """The item as it was received."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items of one answer, in the server's order."""

    items: tuple[T | Unreadable, ...]
    next_cursor: str | None = None
    """What `starting_after` must be for the next page, decoded; `None` on the last one."""
    cut_short: str = ""
    """Why there is no next page although the server named one; empty in a normal end."""

    @property
    def records(self) -> tuple[T, ...]:
        """The items that could be read."""
        return tuple(item for item in self.items if not isinstance(item, Unreadable))

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The items that could not."""
        return tuple(item for item in self.items if isinstance(item, Unreadable))


def read_page(
    model: type[R], value: object, next_cursor: str | None = None, cut_short: str = ""
) -> Page[R]:
    """Read a list envelope, or a bare array, item by item; a bad item becomes `Unreadable`.

    The caller says where the next page starts: only it knows which host may be followed.
    Raises WrongShape where there is no array of items at all, or one without measure.
    """
    # pydantic must not be imported by whoever only wants to show a page.
    from rctui.api.decode import WrongShape

    items = value.get("items") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise WrongShape("a list was expected, and there are no items in it")
    if len(items) > MOST_ITEMS:
        raise WrongShape(f"there are {len(items)} items in it, more than any page has")
    return Page(tuple(read_item(model, item) for item in items), next_cursor, cut_short)


def read_item(model: type[R], value: object) -> R | Unreadable:
    """One item of a list, or the reason why it can't be read. Never raises."""
    from rctui.api.decode import WrongShape, read_record

    try:
        return read_record(model, value)
    except WrongShape as error:
        return Unreadable(error.reason, value)
