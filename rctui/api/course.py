"""How one request goes, over all its attempts."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.api.answer import Answer
from rctui.api.error_answers import request_id_in
from rctui.api.rate_limits import RateDomain
from rctui.api.request_record import RequestRecord
from rctui.api.server_clock import server_ahead_ms

if TYPE_CHECKING:
    from rctui.api.answer import Reply
    from rctui.api.errors import ApiError
    from rctui.api.rate_limits import Budget
    from rctui.api.redaction import Redaction
    from rctui.api.request import Request


@dataclass(slots=True)
class Course:
    """The attempts at one request so far."""

    request: Request
    at_ms: int
    began_s: float = field(default_factory=time.monotonic)
    attempts: int = 0
    failures: list[ApiError] = field(default_factory=list)
    reply: Reply | None = None
    """What the newest attempt brought back."""
    ahead_ms: int | None = None
    outcome: str = "cancelled"

    def note(self, reply: Reply | None, end: Answer | ApiError, now_ms: int) -> None:
        """One attempt has ended, just now."""
        self.attempts += 1
        self.reply = reply
        if reply is not None:
            self.ahead_ms = server_ahead_ms(reply.headers, now_ms)
        if isinstance(end, Answer):
            self.outcome = ""
        else:
            self.failures.append(end)
            self.outcome = end.outcome

    def error(self) -> ApiError:
        """What to raise in the end: the newest failure, with what those before it left open."""
        newest = self.failures[-1]
        if any(failure.may_have_applied for failure in self.failures):
            newest.note_unknown_outcome()
        return newest

    def record(self, budget: Budget | None, redaction: Redaction) -> RequestRecord:
        """The line for people."""
        return RequestRecord(
            at_ms=self.at_ms,
            method=self.request.method,
            path=redaction.text(self.request.path),
            status=self.reply.status if self.reply else None,
            elapsed_ms=round((time.monotonic() - self.began_s) * 1000),
            request_id=redaction.optional(request_id_in(self.reply.headers if self.reply else {})),
            retries=max(0, self.attempts - 1),
            rate_left=budget.left if budget else None,
            rate_limit=budget.limit if budget else None,
            server_ahead_ms=self.ahead_ms,
            of_catalogue=self.request.domain is RateDomain.PROJECT_CONFIGURATION,
            outcome=self.outcome,
        )
