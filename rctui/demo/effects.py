"""What a fault does to one request.

In the order in which it happens: wait, be replaced or be carried out, wait again, be spoilt, stop
within the answer, be cut off. Waiting before a write happens while the customer is locked, so that
a second write on the same customer is refused meanwhile.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.demo import problems
from rctui.demo.reply import JSON, Reply, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.demo.hold import Hold
    from rctui.demo.problems import Problem

GATEWAY_PAGE: Final = (
    b"<html><head><title>502 Bad Gateway</title></head><body>gateway</body></html>\n"
)


class Cut(NamedTuple):
    """Where the line breaks."""

    applied: bool
    """Whether the request was carried out before."""
    body_bytes: int | None = None
    """How much of the answer's body still arrives; without it, nothing of the answer does."""
    reset: bool = False
    """Whether the client sees a reset connection rather than a closed one."""


class Pause(NamedTuple):
    """Where an answer stops for a while."""

    body_bytes: int
    """How much of the body arrives before."""
    hold: Hold


class Effect(NamedTuple):
    """What happens to a request. The default is nothing."""

    latency_ms: int = 0
    hold: Hold | None = None
    """Where the request waits before it is carried out."""
    hold_answer: Hold | None = None
    """Where the answer waits after the request was carried out."""
    instead: Reply | None = None
    """The answer to a request that isn't carried out."""
    spoil: Callable[[Reply], Reply] | None = None
    """What is made of the answer of a request that is carried out."""
    pause: Pause | None = None
    """Where the answer stops in the middle of its body."""
    cut: Cut | None = None

    @property
    def prevents(self) -> bool:
        """Whether the request is not carried out."""
        return self.instead is not None or (self.cut is not None and not self.cut.applied)

    def release(self) -> None:
        """Let go of every request that this effect holds."""
        holds = (self.hold, self.hold_answer, self.pause.hold if self.pause else None)
        for hold in filter(None, holds):
            hold.release()


NOTHING: Final = Effect()


def late(latency_ms: int) -> Effect:
    """Carried out and answered later."""
    return Effect(latency_ms=latency_ms)


def held(hold: Hold) -> Effect:
    """Not carried out before `hold` is released."""
    return Effect(hold=hold)


def answer_held(hold: Hold) -> Effect:
    """Carried out at once, answered when `hold` is released."""
    return Effect(hold_answer=hold)


def held_within(hold: Hold, body_bytes: int) -> Effect:
    """Carried out and answered, but the rest of the body waits until `hold` is released."""
    return Effect(pause=Pause(body_bytes, hold))


def refused(problem: Problem, *, applied: bool = False) -> Effect:
    """Answered with a refusal; `applied` if it is carried out nevertheless."""
    reply = refusal(problem)
    return Effect(spoil=lambda _: reply) if applied else Effect(instead=reply)


def failed(status: int, *, applied: bool = False, backoff_ms: int | None = None) -> Effect:
    """Refused with a status, in the words that the service has for it."""
    return refused(_problem(status, backoff_ms), applied=applied)


def gateway_page(status: int = 502, *, applied: bool = False) -> Effect:
    """A web page in place of JSON, as something between client and service sends it."""
    page = Reply(status, GATEWAY_PAGE, "text/html")
    return Effect(spoil=lambda _: page) if applied else Effect(instead=page)


def cut_before(*, reset: bool = False) -> Effect:
    """The line breaks and nothing was done."""
    return Effect(cut=Cut(applied=False, reset=reset))


def cut_after(*, reset: bool = False) -> Effect:
    """Carried out, but the line breaks before the answer."""
    return Effect(cut=Cut(applied=True, reset=reset))


def cut_short(body_bytes: int, *, reset: bool = False) -> Effect:
    """Carried out, and the line breaks within the answer's body."""
    return Effect(cut=Cut(applied=True, body_bytes=body_bytes, reset=reset))


def truncated(body_bytes: int) -> Effect:
    """Carried out; a complete answer of the right length whose JSON stops in the middle."""
    return Effect(spoil=lambda reply: reply._replace(body=reply.body[:body_bytes]))


def garbage(body: bytes = b"\x00\xff{]<!\x1b[2J", content_type: str = JSON) -> Effect:
    """Carried out, answered with bytes that mean nothing."""
    return Effect(spoil=lambda reply: reply._replace(body=body, content_type=content_type))


def mislabelled(content_type: str) -> Effect:
    """Carried out and answered as always, under another content type."""
    return Effect(spoil=lambda reply: reply._replace(content_type=content_type))


def huge(size: int) -> Effect:
    """Carried out, answered with `size` bytes of a list that never ends."""
    body = b'{"object":"list","items":['.ljust(size)
    return Effect(spoil=lambda reply: reply._replace(body=body, content_type=JSON))


def answered(status: int, body: bytes = b"", content_type: str = JSON) -> Effect:
    """Carried out, answered with another status, such as an empty 200 or a 302 to nowhere."""
    return Effect(spoil=lambda reply: Reply(status, body, content_type, reply.headers))


def amended(**fields: object) -> Effect:
    """Carried out, with these fields of the answer's object set to something else."""
    return Effect(spoil=lambda reply: reply._replace(body=_amended(reply.body, fields)))


def without(*fields: str) -> Effect:
    """Carried out, with these fields of the answer's object left out."""
    return Effect(spoil=lambda reply: reply._replace(body=_without(reply.body, fields)))


def odd_next_page(next_page: str | None) -> Effect:
    """A list whose `next_page` is what we say: a path, another host, empty."""
    return amended(next_page=next_page)


def _amended(body: bytes, fields: dict[str, object]) -> bytes:
    return json.dumps(json.loads(body) | fields).encode() + b"\n"


def _without(body: bytes, fields: tuple[str, ...]) -> bytes:
    left = {name: value for name, value in json.loads(body).items() if name not in fields}
    return json.dumps(left).encode() + b"\n"


def _problem(status: int, backoff_ms: int | None) -> Problem:
    known: dict[int, Callable[[], Problem]] = {
        401: problems.bad_key,
        403: lambda: problems.missing_permission("customer_information:customers:read"),
        404: problems.not_found,
        409: lambda: problems.already_exists("The id is taken."),
        422: lambda: problems.refused("The request can't be carried out."),
        423: lambda: problems.locked(500 if backoff_ms is None else backoff_ms),
        429: lambda: problems.rate_limited(1_000 if backoff_ms is None else backoff_ms),
    }
    make = known.get(status)
    return make() if make else problems.server_failed(status, backoff_ms)
