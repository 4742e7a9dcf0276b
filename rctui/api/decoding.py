"""From an answer to a record or a page: the one spot where an unreadable one becomes an error."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from rctui.api.decode import NotJson, WrongShape, read_json, read_record
from rctui.api.errors import AnswerUnreadable, Told
from rctui.api.fitting import misfit
from rctui.api.page import Unreadable, read_page
from rctui.api.paging import next_cursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.api.answer import Answer
    from rctui.api.models.base import Record
    from rctui.api.page import Page
    from rctui.api.request import Request

R = TypeVar("R", bound="Record")


def record_in(model: type[R], answer: Answer, request: Request) -> R:
    """The record that an answer holds. Raises AnswerUnreadable."""
    with reading(answer, request):
        record = read_record(model, value_in(answer))
        if why := misfit(model.KIND, record.raw, request.path):
            raise WrongShape(why)
        return record


def page_in(model: type[R], answer: Answer, request: Request) -> Page[R]:
    """The page of a list that an answer holds. Raises AnswerUnreadable."""
    with reading(answer, request):
        value = value_in(answer)
        named = value.get("next_page") if isinstance(value, dict) else None
        sent = dict(request.query).get("starting_after")
        cursor, cut_short = next_cursor(named, list_url=answer.url, sent_cursor=sent)
        return _with_misfits(read_page(model, value, cursor, cut_short), request)


def _with_misfits(page: Page[R], request: Request) -> Page[R]:
    """The page with what is about something else in it as unreadable items."""
    items = tuple(_fitting(item, request) for item in page.items)
    return replace(page, items=items)


def _fitting(item: R | Unreadable, request: Request) -> R | Unreadable:
    if isinstance(item, Unreadable):
        return item
    why = misfit(item.KIND, item.raw, request.path)
    return Unreadable(why, item.raw) if why else item


def nothing_in(answer: Answer, request: Request) -> None:
    """Check an answer that is documented as empty. Raises AnswerUnreadable for an error in it."""
    if answer.body.strip():
        with reading(answer, request):
            value_in(answer)


def value_in(answer: Answer) -> object:
    """The JSON value. Raises NotJson, and WrongShape for an error that calls itself a success."""
    value = read_json(answer.body)
    if isinstance(value, dict) and value.get("object") == "error":
        raise WrongShape(f"it is an error although its status is {answer.status}")
    return value


@contextmanager
def reading(answer: Answer, request: Request) -> Iterator[None]:
    """Translate what goes wrong while an answer is read."""
    try:
        yield
    except (NotJson, WrongShape) as problem:
        raise AnswerUnreadable(
            f"The server's answer can't be read: {problem.reason}.",
            operation=request.operation,
            told=Told(answer.status, answer.request_id),
            may_have_applied=request.is_write,
        ) from None
