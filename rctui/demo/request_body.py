"""Reading what a client sends: bodies are closed, and every value has to be of its kind."""

from __future__ import annotations

import json
from typing import NamedTuple

from rctui.demo.problems import Problem, bad_parameter, invalid_request


class Fields(NamedTuple):
    """The values of one object in a request, taken out by name and kind."""

    values: dict[str, object]
    param: str | None = None
    """The parameter that a refusal names; the field's own name if there is none."""

    def text(self, name: str, longest: int = 255, shortest: int = 1) -> str:
        """A required string."""
        value = self._required(name)
        if not isinstance(value, str):
            raise self._refuse(name, f"{name} must be a string.")
        if not shortest <= len(value) <= longest:
            raise self._refuse(name, f"{name} must have {shortest} to {longest} characters.")
        return value

    def text_or_null(self, name: str, longest: int = 255, shortest: int = 1) -> str | None:
        """A required string that may be null."""
        is_null = self._required(name) is None
        return None if is_null else self.text(name, longest, shortest)

    def whole_number(self, name: str) -> int:
        """A required integer that fits 64 bits."""
        value = self._required(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._refuse(name, f"{name} must be an integer.")
        if abs(value) >= 2**63:
            raise self._refuse(name, f"{name} is out of range.")
        return value

    def many(self, name: str) -> list[object]:
        """A required array."""
        value = self._required(name)
        if not isinstance(value, list):
            raise self._refuse(name, f"{name} must be an array.")
        return value

    def mapping(self, name: str) -> Fields:
        """A required object with keys of the caller's choice."""
        value = self._required(name)
        if not isinstance(value, dict):
            raise self._refuse(name, f"{name} must be an object.")
        return Fields(value, param=name)

    def _required(self, name: str) -> object:
        if name not in self.values:
            raise self._refuse(name, f"{name} is a required property.")
        return self.values[name]

    def _refuse(self, name: str, message: str) -> Problem:
        return bad_parameter(message, self.param or name)


def closed(value: object, allowed: frozenset[str], param: str | None = None) -> Fields:
    """An object that may hold the allowed keys and no other."""
    if not isinstance(value, dict):
        raise bad_parameter("The value must be an object.", param)
    unexpected = sorted(value.keys() - allowed)
    if unexpected:
        message = f"Additional properties are not allowed ('{unexpected[0]}' was unexpected)"
        raise bad_parameter(message, param)
    return Fields(value, param)


def read_body(raw: bytes, content_type: str, *, required: bool) -> object:
    """The JSON of a request; an action without a documented body may leave it out."""
    if not raw and not required:
        return {}
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise invalid_request("Content-Type not application/json")
    try:
        body: object = json.loads(raw)
    except (ValueError, RecursionError):
        raise invalid_request("The request body is not valid JSON.") from None
    return body
