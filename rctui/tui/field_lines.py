"""Fields of a record as lines in two columns, on a screen of their own or beside a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.fields import SAYS_NOTHING
from rctui.text.safe_text import SafeText, label
from rctui.text.width import cell_width, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.fields import Field
    from rctui.tui.widgets.plain import Toned

_NAME_AT_MOST = 32
"""Cells of a field's name; its value is continued below itself."""
_NAME_AT_MOST_BESIDE = 20


def name_width(fields: Sequence[Field], at_most: int = _NAME_AT_MOST) -> int:
    """Cells from the start of a name to the start of its value."""
    widest = max((cell_width(field.name) for field in fields), default=0)
    return min(widest + 2, at_most)


def field_lines(fields: Sequence[Field], at_most: int = _NAME_AT_MOST) -> list[SafeText | Toned]:
    """Names and values in two columns."""
    room = name_width(fields, at_most) - 1
    return [fit(field.name, room) + label(" ") + field.value for field in fields]


def preview_fields(fields: Sequence[Field]) -> tuple[list[SafeText | Toned], int]:
    """The fields that say something, in a narrow column, and the indent of continued values."""
    told = [field for field in fields if field.value not in SAYS_NOTHING]
    return field_lines(told, _NAME_AT_MOST_BESIDE), name_width(told, _NAME_AT_MOST_BESIDE)
