"""Journal and server: what a change is sent as, and how often it may have been."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from rctui.api.writer import CustomerWriter
from rctui.demo.identity import DEMO_PROJECT_ID
from rctui.errors import RctuiError
from rctui.journal.states import State, Step
from tests.reliability.soak_operator import Broken

if TYPE_CHECKING:
    from rctui.api.answer import Answer
    from rctui.api.request import Request
    from rctui.demo.received import Received
    from rctui.journal.operation import Operation

_RESENT: Final = frozenset({423, 429})
_ATTEMPTS_OF_A_KEY: Final = 5
"""Two repetitions of what is not known, one after 423, one after 429."""


def check_counts(own: list[Operation], requests: list[Received], *, at_rest: bool) -> None:
    """Journal and server must agree on one request, and on those that look the same."""
    applied = sum(one.applied for one in requests)
    key = own[0].idempotency_key
    again = sum(entry.step is Step.SENT_AGAIN for one in own for entry in one.entries)
    if key:
        # A plan's row that is put off comes again, with its own key and another line.
        if applied > 1 or len(requests) > _ATTEMPTS_OF_A_KEY * (len(own) + again):
            raise Broken(f"One key, {applied} times applied, {len(requests)} requests: {own[0]}")
    else:
        ended = [one for one in requests if one.applied or one.status not in _RESENT]
        if len(ended) > len(own) or len(requests) > 3 * len(own):
            raise Broken(f"Sent {len(ended)} of {len(requests)} times: {own[0]}\n{requests}")
    if not at_rest:
        return
    states = Counter(_claim(one) for one in own)
    if applied < states[State.APPLIED]:
        raise Broken(f"Called applied, but the server did not: {own}\n{requests}")
    if applied > len(own) - states[State.REFUSED] - states[State.NOT_SENT]:
        raise Broken(f"Called not done, but the server did: {own}\n{requests}")
    if states[State.ATTEMPTED]:
        raise Broken(f"Nothing is under way, but this has no end: {own}")


def _claim(operation: Operation) -> State:
    """What the journal claims by itself; a person's word is not its own."""
    return State.UNKNOWN if operation.state is State.SETTLED else operation.state


def identity_of(request: Request | Received) -> object:
    """The same for two requests that do the same; a keyed one is only like itself."""
    if request.idempotency_key:
        return request.idempotency_key
    return looks_of(request)


def looks_of(request: Request | Received) -> tuple[str, str, str]:
    """Method, path and body."""
    body: object = request.body
    if isinstance(body, bytes):
        body = json.loads(body) if body else None
    path = request.path.removeprefix("/v2").removeprefix("/")
    return (request.method, path, json.dumps(body, sort_keys=True, default=dict))


class _Caught(RctuiError):
    """A request was caught before it left."""


class _Catcher:
    """Sends nothing, keeps the request."""

    request: Request | None = None

    async def send(self, request: Request) -> Answer:
        """Keep it. Raises _Caught."""
        self.request = request
        raise _Caught("caught")


def request_of(change: Any) -> Request:
    """The one request that a change is sent as."""
    catcher = _Catcher()
    sending = change.send(CustomerWriter(catcher, DEMO_PROJECT_ID))
    try:
        sending.send(None)
    except _Caught:
        assert catcher.request is not None
        return catcher.request
    raise AssertionError("A change was sent without a request.")
