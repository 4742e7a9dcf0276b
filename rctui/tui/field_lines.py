"""Fields of a record as lines in two columns, on a screen of their own or beside a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rctui.customers.fields import SAYS_NOTHING
from rctui.text.safe_text import SafeText, label
from rctui.text.width import cell_width, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rctui.customers.fields import Field
    from rctui.tui.widgets.plain import Toned

_NAME_AT_MOST = 32
"""Cells of a field's name; its value is continued below itself."""
_NAME_AT_MOST_BESIDE = 16
_SHORT: Final[Mapping[str, SafeText]] = {
    "original customer id": label("original id"),
    "presented offering id": label("offering shown"),
    "store purchase identifier": label("store id"),
    "store subscription identifier": label("store id"),
    "current period starts": label("period starts"),
    "current period ends": label("period ends"),
    "auto renewal status": label("auto renewal"),
    "total revenue in usd": label("revenue in usd"),
    "last seen app version": label("app version"),
    "last seen country": label("last country"),
    "last seen platform": label("last platform"),
    "last seen platform version": label("system version"),
    "active entitlements": label("active now"),
}
"""Names that have no room beside a list."""


def name_width(fields: Sequence[Field], at_most: int = _NAME_AT_MOST) -> int:
    """Cells from the start of a name to the start of its value."""
    widest = max((cell_width(field.name) for field in fields), default=0)
    return min(widest + 2, at_most)


def field_lines(fields: Sequence[Field], at_most: int = _NAME_AT_MOST) -> list[SafeText | Toned]:
    """Names and values in two columns; a name that is too long has a line of its own."""
    return list(_lines(fields, name_width(fields, at_most) - 1))


def _lines(fields: Sequence[Field], room: int) -> Iterator[SafeText]:
    for field in fields:
        name = field.name
        if cell_width(name) > room:
            yield name
            name = label("")
        yield fit(name, room) + label(" ") + field.value


def preview_fields(fields: Sequence[Field]) -> tuple[list[SafeText | Toned], int]:
    """The fields that say something, in a narrow column, and the indent of continued values."""
    told = [
        replace(field, name=_SHORT.get(field.name.plain, field.name))
        for field in fields
        if field.value not in SAYS_NOTHING
    ]
    return field_lines(told, _NAME_AT_MOST_BESIDE), name_width(told, _NAME_AT_MOST_BESIDE)
