"""What happens to the server's answers during a soak: everything, but no lie.

A refusal of a write that was carried out, or a success of one that was not, is nothing that a
client could find out; all that an honest server and a bad line can do is here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rctui.demo import effects
from rctui.demo.effects import Effect
from rctui.demo.hold import Hold

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from rctui.demo.faults import Faults
    from rctui.demo.reply import Reply

    _Faults = tuple[tuple[str, Callable[[], Effect]], ...]

_NOT_DONE: Final[_Faults] = (
    ("500", lambda: effects.failed(500)),
    ("503", lambda: effects.failed(503, backoff_ms=10)),
    ("423", lambda: effects.failed(423, backoff_ms=10)),
    ("429", lambda: effects.failed(429, backoff_ms=10)),
    ("403", lambda: effects.failed(403)),
    ("404", lambda: effects.failed(404)),
    ("401", lambda: effects.failed(401)),
    ("422", lambda: effects.failed(422)),
    ("a gateway's page", lambda: effects.gateway_page(502)),
    ("cut before", lambda: effects.cut_before()),
    ("reset before", lambda: effects.cut_before(reset=True)),
)
_DONE: Final[_Faults] = (
    ("cut after", lambda: effects.cut_after()),
    ("reset after", lambda: effects.cut_after(reset=True)),
    ("cut within", lambda: effects.cut_short(20)),
    ("500 although done", lambda: _if_good(effects.failed(500, applied=True))),
    ("a gateway's page although done", lambda: _if_good(effects.gateway_page(504, applied=True))),
    ("half of the JSON", lambda: _if_good(effects.truncated(25))),
    ("garbage", lambda: _if_good(effects.garbage())),
    ("an empty 200", lambda: _if_good(effects.answered(200))),
    ("a redirect", lambda: _if_good(effects.answered(302))),
    ("another type", lambda: _if_good(effects.mislabelled("text/html"))),
    ("400 kB", lambda: _if_good(effects.huge(400_000))),
)
_ODD_PAGES: Final[tuple[tuple[str, dict[str, object]], ...]] = (
    ("no items", {"items": None}),
    ("odd items", {"items": [1, None, {"object": "odd"}, []]}),
    ("a foreign next page", {"next_page": "https://evil.invalid/v2/customers?starting_after=x"}),
    ("an endless next page", {"next_page": "/v2/projects/projdemo1234/customers?starting_after="}),
    ("another object", {"object": "surprise"}),
)


class SoakFaults:
    """Switches faults on and off. What is held is let go by `release` or `off`."""

    def __init__(self, faults: Faults, random: Random) -> None:
        self._faults = faults
        self._random = random
        self._held: list[Hold] = []

    @property
    def holds(self) -> bool:
        """Whether a request may be waiting for a `release`."""
        return bool(self._held)

    def on(self) -> str:
        """Add a fault; what it is, in words."""
        random = self._random
        method = random.choice(("GET", "GET", "POST", "POST", "POST", "DELETE", "DELETE", None))
        name, effect = self._any()
        nth = random.choice((1, 1, 1, 2, 3))
        times = random.choice((1, 1, 2, 5, 12))
        self._faults.add(effect, method=method, nth=nth, times=times)
        return f"{name} for {method or 'any'}, from the {nth}. on, {times} times"

    def hold(self) -> str:
        """Let requests wait; what is held, in words."""
        hold = Hold()
        self._held.append(hold)
        before = self._random.random() < 0.5
        method = self._random.choice(("GET", "POST", "DELETE"))
        effect = effects.held(hold) if before else effects.answer_held(hold)
        self._faults.add(effect, method=method, times=self._random.choice((1, 3)))
        return f"{method} held {'before' if before else 'after'} it is carried out"

    def release(self) -> None:
        """Let everything go that is held."""
        held, self._held = self._held, []
        for hold in held:
            hold.release()

    def off(self) -> None:
        """No more faults, and nothing is held."""
        self.release()
        self._faults.clear()

    def _any(self) -> tuple[str, Effect]:
        kind = self._random.choice((_NOT_DONE, _DONE, _DONE, ()))
        if not kind:
            name, odd = self._random.choice(_ODD_PAGES)
            return name, Effect(spoil=lambda reply: _amended(reply, odd))
        name, make = self._random.choice(kind)
        return name, make()


def _if_good(effect: Effect) -> Effect:
    """Only where the request was carried out: what was refused stays refused."""
    spoil = effect.spoil
    assert spoil is not None
    return Effect(spoil=lambda reply: spoil(reply) if reply.status < 300 else reply)


def _amended(reply: Reply, fields: dict[str, object]) -> Reply:
    if reply.status >= 300:
        return reply
    try:
        told = json.loads(reply.body)
    except ValueError:
        return reply
    if not isinstance(told, dict):
        return reply
    return reply._replace(body=json.dumps(told | fields).encode())
