"""One write per customer at a time; the second one is refused, not queued."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.demo.problems import locked

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class WriteLocks:
    """The customers that a write is changing right now."""

    _held: set[tuple[str, str]] = field(default_factory=set)

    @contextmanager
    def holding(self, customers: set[tuple[str, str]]) -> Iterator[None]:
        """Hold these customers, each a project and an id, or refuse if one of them is held."""
        if customers & self._held:
            raise locked()
        self._held |= customers
        try:
            yield
        finally:
            self._held -= customers
