"""Lists inside of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qs, urlsplit

from rctui.api.decode import WrongShape
from rctui.api.models.kinds import Reads, reads
from rctui.api.page import Page, Unreadable, read_page

if TYPE_CHECKING:
    from rctui.api.models.base import Record

R = TypeVar("R", bound="Record")


def nested_list_of(model: type[R]) -> Reads:
    """Read a nested list without ever failing the record around it.

    Absent and null are `None`: the server did not tell, which is not "none". What is no list
    becomes a page with one unreadable item.
    """

    def read(value: object) -> Page[R] | None:
        if value is None or isinstance(value, Page):
            return value
        try:
            return read_page(model, value, _cursor(value))
        except WrongShape as error:
            return Page((Unreadable(error.reason, value),))

    return reads(read)


def _cursor(value: object) -> str | None:
    """Where a nested list goes on.

    Its host doesn't matter: only the list's own endpoint is ever asked, with this value encoded
    anew.
    """
    next_page = value.get("next_page") if isinstance(value, dict) else None
    if not isinstance(next_page, str):
        return None
    try:
        query = urlsplit(next_page).query
    except ValueError:
        return None
    return next(iter(parse_qs(query).get("starting_after", [])), None)
