"""From the bytes of an answer to values, and from values to records.

JSON is read once and strictly: two readings of one answer (a proxy's and ours, the first or the
last of two equal keys) must not differ. Lone surrogates, which JavaScript and Swift clients can
store, are kept: an id that holds one must stay the id it is.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

if TYPE_CHECKING:
    from pydantic_core import ValidationError

    from rctui.api.models.base import Record

R = TypeVar("R", bound="Record")

DEEPEST: Final = 64
"""Levels of nesting; the API's own answers have fewer than ten."""

LONGEST_INTEGER: Final = 32
"""Digits. Times and balances need 13; Python itself refuses to print 5 000."""

MOST_OBJECTS: Final = 200_000
"""Objects and arrays in one answer: eight megabytes of `{}` would take two hundred to keep, and
seconds to read. A full page has some thousands."""

MOST_VALUES: Final = 500_000

_NAMED_AT_MOST: Final = 3
_QUOTED_AT_MOST: Final = 60


class NotJson(ValueError):
    """The bytes are not JSON that can be trusted. `reason` may hold outside text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WrongShape(ValueError):
    """The JSON is not the record that was expected. `reason` may hold outside text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_json(body: bytes) -> object:
    """The value of a JSON document in UTF-8.

    Raises NotJson for anything else, for NaN and infinite numbers, for two equal keys in one
    object, and for nesting, integers or masses beyond what any answer of the API needs.
    """
    text = _text(body)
    _refuse_masses(body)
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg} at character {error.pos}") from None
    except RecursionError:
        raise NotJson("it is nested too deeply") from None
    _refuse_depth(value)
    return value


def read_record(model: type[R], value: object) -> R:
    """One record. Raises WrongShape, which names the fields and never quotes their values."""
    from pydantic_core import ValidationError

    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise WrongShape(_what_is_wrong(error)) from None


def _text(body: bytes) -> str:
    if not body.strip():
        raise NotJson("it is empty")
    if body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\x00" in body[:4]:
        raise NotJson("it is not plain UTF-8: it starts with a byte order mark or is UTF-16")
    if body.lstrip().startswith(b"<"):
        raise NotJson("it looks like a web page")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise NotJson(f"it is not UTF-8 from byte {error.start} on") from None


def _refuse_masses(body: bytes) -> None:
    """Counted before anything is made of them; those inside of texts count, too."""
    if body.count(b"{") + body.count(b"[") > MOST_OBJECTS or body.count(b",") > MOST_VALUES:
        raise NotJson("it holds more values than any answer of the API")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) == len(pairs):
        return fields
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise NotJson(f"the key {key[:_QUOTED_AT_MOST]!r} appears twice in one object")
        seen.add(key)
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise NotJson(f"{name} is not a JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise NotJson("it holds a number that is too large")
    return number


def _integer(text: str) -> int:
    if len(text) > LONGEST_INTEGER:
        raise NotJson(f"it holds an integer of {len(text)} digits")
    return int(text)


def _refuse_depth(value: object) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for node in level for child in _children(node)]
        if not level:
            return
    raise NotJson(f"it is nested more than {DEEPEST} levels deep")


def _children(node: object) -> list[object]:
    if isinstance(node, dict):
        return [*node.values()]
    return node if isinstance(node, list) else []


def _what_is_wrong(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    named = [
        f"{'.'.join(map(str, problem['loc'])) or 'the item'}: {problem['msg']}"
        for problem in problems[:_NAMED_AT_MOST]
    ]
    left = len(problems) - len(named)
    return "; ".join([*named, f"{left} more"] if left else named)
