"""What goes out over the line: bytes, which a fault may still spoil."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.demo.answer import Answer
    from rctui.demo.problems import Problem

JSON: Final = "application/json"


class Reply(NamedTuple):
    """A status, headers and a body; the length is counted when it is sent."""

    status: int = 200
    body: bytes = b""
    content_type: str = ""
    """Empty where there is no body to describe."""
    headers: Mapping[str, str] = MappingProxyType({})

    def with_headers(self, headers: Mapping[str, str]) -> Reply:
        """The same with more headers; these win."""
        return self._replace(headers={**self.headers, **headers})

    def encoded_headers(self) -> list[tuple[bytes, bytes]]:
        """All headers as ASGI wants them."""
        headers = dict(self.headers)
        if self.status != 204:
            headers["Content-Length"] = str(len(self.body))
        if self.content_type:
            headers["Content-Type"] = self.content_type
        return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]


def reply_of(answer: Answer) -> Reply:
    """A route's answer as bytes."""
    content_type = "" if answer.body is None else JSON
    return Reply(answer.status, answer.encoded(), content_type, answer.headers)


def refusal(problem: Problem) -> Reply:
    """A refusal as bytes."""
    return reply_of(problem.answer())
