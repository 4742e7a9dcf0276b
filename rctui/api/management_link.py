"""A link to a customer's own page at Web Billing: whoever has it is that customer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api.decoding import reading, value_in
from rctui.api.errors import AnswerUnreadable, Told
from rctui.api.invoice_link import why_unfit
from rctui.secret import Secret

if TYPE_CHECKING:
    from rctui.api.answer import Answer
    from rctui.api.connection import Connection
    from rctui.api.request import Request


def management_link_in(answer: Answer, request: Request, connection: Connection) -> Secret:
    """The link of an answer, checked. Raises AnswerUnreadable; no error holds any of it."""
    with reading(answer, request):
        value = value_in(answer)
    told = value.get("management_url") if isinstance(value, dict) else None
    link = told if isinstance(told, str) else ""
    why = why_unfit(link, loopback=connection.is_loopback)
    if why:
        raise AnswerUnreadable(
            f"The link can't be used: {why}.",
            operation=request.operation,
            told=Told(answer.status, answer.request_id),
            hint="Ask again, or look in RevenueCat's dashboard.",
        )
    return Secret(link)
