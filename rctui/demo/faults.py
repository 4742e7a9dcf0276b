"""Rules by which answers are late, refused, cut short or lost.

    faults.add(cut_after(), operation="create_currency_transaction")

makes the next such write happen without an answer. Rules may be added and cleared at any time,
from any thread; the same requests in the same order always meet the same faults.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from rctui.demo.effects import NOTHING, Effect

Sleep = Callable[[float], Awaitable[None]]


@dataclass
class Rule:
    """Which requests an effect happens to. What isn't said, doesn't matter."""

    effect: Effect
    operation: str | None = None
    """The name of an `Operation`, such as `grant_entitlement`."""
    method: str | None = None
    path: str | None = None
    """A part of the path, percent-encodings decoded."""
    nth: int = 1
    """The first of the matching requests that it happens to, counted from 1."""
    times: int | None = 1
    """To how many it happens; None for all from then on."""
    seen: int = 0
    """How many requests matched so far."""
    fired: int = 0
    """How often the effect happened."""

    def matches(self, operation: str | None, method: str, path: str) -> bool:
        """Whether a request is one of those meant."""
        return (
            self.operation in {None, operation}
            and self.method in {None, method}
            and (self.path is None or self.path in path)
        )

    @property
    def is_due(self) -> bool:
        """Whether the effect happens to the request that was seen last."""
        return self.seen >= self.nth and (self.times is None or self.fired < self.times)


@dataclass
class Faults:
    """The rules of one server."""

    sleep: Sleep = asyncio.sleep
    """How latency is spent, in seconds; a test may put something quicker here."""
    _rules: list[Rule] = field(default_factory=list)

    def add(
        self,
        effect: Effect,
        *,
        operation: str | None = None,
        method: str | None = None,
        path: str | None = None,
        nth: int = 1,
        times: int | None = 1,
    ) -> Rule:
        """Add a rule; earlier rules come first, and one request meets at most one effect."""
        rule = Rule(effect, operation, method, path, nth, times)
        self._rules.append(rule)
        return rule

    def clear(self) -> None:
        """Forget all rules and let go of every request that is held."""
        rules, self._rules = self._rules, []
        for rule in rules:
            rule.effect.release()

    def effect_on(self, operation: str | None, method: str, path: str) -> Effect:
        """What happens to a request that has just arrived."""
        matching = [rule for rule in self._rules if rule.matches(operation, method, path)]
        for rule in matching:
            rule.seen += 1
        due = next((rule for rule in matching if rule.is_due), None)
        if due is None:
            return NOTHING
        due.fired += 1
        return due.effect
