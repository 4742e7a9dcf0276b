"""What a route answers with."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Answer(NamedTuple):
    """A status with a JSON object, or without any body at all."""

    body: Mapping[str, object] | None = None
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})

    def encoded(self) -> bytes:
        """The bytes that go out."""
        return b"" if self.body is None else encoded_json(self.body)


def encoded_json(body: Mapping[str, object]) -> bytes:
    """JSON as the live service writes it: sorted keys, ASCII, a line end at the end."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return text.encode("ascii") + b"\n"
