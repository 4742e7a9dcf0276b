"""Writes that carry an Idempotency-Key are carried out once, however often they are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.demo.problems import key_reused

if TYPE_CHECKING:
    from rctui.demo.answer import Answer


@dataclass
class RememberedWrites:
    """The first answer to every key that came with a write that was carried out."""

    _answers: dict[tuple[str, str], tuple[bytes, Answer]] = field(default_factory=dict)

    def replay(self, api_key: str, idempotency_key: str, request: bytes) -> Answer | None:
        """The answer given before, if there was one; refuses the key with another request."""
        remembered = self._answers.get((api_key, idempotency_key))
        if remembered is None:
            return None
        first_request, answer = remembered
        if first_request != request:
            raise key_reused()
        return answer

    def remember(self, api_key: str, idempotency_key: str, request: bytes, answer: Answer) -> None:
        """Keep the answer for the next time this key comes."""
        self._answers[api_key, idempotency_key] = (request, answer)
