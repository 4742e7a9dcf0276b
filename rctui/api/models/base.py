"""What every record is made of: one base class, and types stricter than Python's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from typing import Self

    from pydantic import ModelWrapValidatorHandler


class Record(BaseModel):
    """An object of the API: its known fields, and the whole of it as received.

    Strict: `true` is no balance of 1 and `"100"` no number. Unknown keys are no fields, but
    `raw` has them.
    """

    model_config = ConfigDict(
        strict=True, frozen=True, extra="ignore", hide_input_in_errors=True, defer_build=True
    )

    KIND: ClassVar[str] = ""
    """What the API calls it under `object`; empty where nothing is mixed up with it."""

    _raw: Mapping[str, Any] = PrivateAttr(default_factory=dict)

    @property
    def raw(self) -> Mapping[str, Any]:
        """The JSON object exactly as received, unknown keys included."""
        return self._raw

    @model_validator(mode="wrap")
    @classmethod
    def _keep_raw(cls, value: object, read: ModelWrapValidatorHandler[Self]) -> Self:
        record = read(value)
        if isinstance(value, dict):
            record._raw = MappingProxyType(value)
        _share_names_of_fields(record)
        return record


def _share_names_of_fields(record: Record) -> None:
    """Rows of a list mostly tell the same fields; a set of them for each takes 700 bytes."""
    shared = _one_set_of(frozenset(record.model_fields_set))
    object.__setattr__(record, "__pydantic_fields_set__", shared)


@lru_cache(maxsize=64)
def _one_set_of(names: frozenset[str]) -> set[str]:
    return set(names)


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise PydanticCustomError("text", "should be text")


def _whole(value: object) -> object:
    """A JSON number that is whole, such as `1.7e12`, as the integer it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Text = Annotated[str, PlainValidator(_as_text)]
"""Any JSON text. pydantic's own refuses lone surrogates, which ids and attributes can hold."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number; `5.0` is one, `true` and `"5"` are not."""

Milliseconds = Whole
"""An instant in ms since the epoch, UTC. Never a datetime: those guess seconds by size and end
with the year 9999."""

Amount = float
"""A sum of money in major units; a JSON integer is one too."""
