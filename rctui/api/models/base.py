"""What every record is made of.

pydantic's engine reads them, without the half of pydantic that is written in Python: that half
takes 4 MB, and several ms for each model, while somebody waits for a customer.
"""

from __future__ import annotations

from inspect import get_annotations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, TypeVar, dataclass_transform

from pydantic_core import SchemaValidator, core_schema

from rctui.api.models.kinds import schema_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

R = TypeVar("R", bound="Record")

_CONFIG: Final = core_schema.CoreConfig(hide_input_in_errors=True)
_set: Final = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """An object of the API: its known fields, and the whole of it as received.

    Strict: `true` is no balance of 1 and `"100"` no number. Unknown keys are no fields, but
    `raw` has them. A field that was not told is what its class says.
    """

    KIND: ClassVar[str] = ""
    """What the API calls it under `object`; empty where nothing is mixed up with it."""

    model_fields: ClassVar[tuple[str, ...]] = ()
    """The names of the fields, in the order of the class."""

    raw: Mapping[str, Any]
    """The JSON object exactly as received, unknown keys included."""

    def __init_subclass__(cls) -> None:
        kinds: Mapping[str, str] = cls.__annotations__
        cls.model_fields = tuple(one for one in kinds if not kinds[one].startswith("ClassVar"))

    def __init__(self, **told: Any) -> None:
        """A record of the program's own. Raises pydantic's ValidationError."""
        _fill(self, vars(self.model_validate(told)))

    @classmethod
    def model_validate(cls, value: object) -> Self:
        """The record that a JSON value is. Raises pydantic's ValidationError."""
        record: Self = _reader_of(cls).validate_python(value)
        return record

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same but for some fields. What those are set to is not looked at."""
        return _fill(type(self).__new__(type(self)), {**vars(self), **update})

    @classmethod
    def reading(cls) -> core_schema.CoreSchema:
        """How pydantic's engine reads such a record, on its own or inside of another one."""
        kinds = get_annotations(cls, eval_str=True)
        fields = {
            name: core_schema.typed_dict_field(
                schema_of(kinds[name]), required=not hasattr(cls, name)
            )
            for name in cls.model_fields
        }
        known = core_schema.typed_dict_schema(fields, strict=True, extra_behavior="ignore")
        return core_schema.no_info_wrap_validator_function(cls._read, known)

    @classmethod
    def _read(cls, value: object, known_fields: Callable[[object], dict[str, Any]]) -> Self:
        if isinstance(value, cls):
            return value
        told = known_fields(value)
        received: Any = value
        return _fill(cls.__new__(cls), told | {"raw": MappingProxyType(received)})

    def __setattr__(self, name: str, _: object) -> NoReturn:
        raise AttributeError(f"{name} of a record can't be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self.model_fields)))

    def __repr__(self) -> str:
        told = (f"{name}={value!r}" for name, value in vars(self).items() if name != "raw")
        return f"{type(self).__name__}({', '.join(told)})"


_readers: Final[dict[type[Record], SchemaValidator]] = {}


def _reader_of(kind: type[Record]) -> SchemaValidator:
    """What reads such records. It is no part of them: most kinds are never met in a run."""
    if kind not in _readers:
        _readers[kind] = SchemaValidator(kind.reading(), _CONFIG)
    return _readers[kind]


def _fill(record: R, told: Mapping[str, Any]) -> R:
    """One by one, so that all records of a kind share one table of names."""
    for name, value in told.items():
        _set(record, name, value)
    return record
