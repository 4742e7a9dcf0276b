"""The kinds of values in a record, and how pydantic's engine is told about them."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Protocol, Union, get_args, get_origin

from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable


class Reads:
    """How a kind of value is read, as the mark of an annotation. Equal to itself alone."""

    __slots__ = ("schema",)

    def __init__(self, schema: core_schema.CoreSchema) -> None:
        self.schema = schema


class HasSchema(Protocol):
    """What says itself how it is read: a record."""

    @classmethod
    def reading(cls) -> core_schema.CoreSchema:
        """How pydantic's engine reads it."""
        ...


def reads(function: Callable[[object], object]) -> Reads:
    """Reads by a function that gives the value, or raises what the engine knows as a problem."""
    return Reads(core_schema.no_info_plain_validator_function(function))


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise PydanticCustomError("text", "should be text")


def _whole(value: object) -> object:
    """A JSON number that is whole, such as `1.7e12`, as the integer it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


_PLAIN: Final[dict[object, core_schema.CoreSchema]] = {
    Any: core_schema.any_schema(),
    bool: core_schema.bool_schema(strict=True),
    float: core_schema.float_schema(strict=True),
}

Text = Annotated[str, reads(_as_text)]
"""Any JSON text. The engine's own refuses lone surrogates, which ids and attributes can hold."""

Whole = Annotated[
    int,
    Reads(
        core_schema.no_info_before_validator_function(_whole, core_schema.int_schema(strict=True))
    ),
]
"""A whole number; `5.0` is one, `true` and `"5"` are not."""

Milliseconds = Whole
"""An instant in ms since the epoch, UTC. Never a datetime: those guess seconds by size and end
with the year 9999."""

Amount = float
"""A sum of money in major units; a JSON integer is one too."""


def schema_of(hint: Any) -> core_schema.CoreSchema:
    """How pydantic's engine reads what an annotation says."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Reads):
            return mark.schema
    if get_origin(hint) in (Union, UnionType):
        (told,) = (one for one in get_args(hint) if one is not NoneType)
        return core_schema.nullable_schema(schema_of(told))
    plain = _PLAIN.get(hint)
    return hint.reading() if plain is None else plain
