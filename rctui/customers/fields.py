"""Every field of a record in words, one after the other; what no model knows is shown as JSON.

Made from the models themselves, so that a field that is added there is shown here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rctui.api.page import Page, Unreadable
from rctui.customers import money
from rctui.customers.api_words import OWNERSHIPS, RENEWALS, STATUSES, STORES, word
from rctui.customers.environments import badge
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rctui.api.models.base import Record
    from rctui.customers.verdicts.access import Viewpoint

VALUE_AT_MOST: Final = 4_000
"""Characters of one value; `v` shows the JSON whole."""

ITEMS_AT_MOST: Final = 20
"""Items of a nested list; the others are counted."""

_NO_VALUE: Final = label("none")
_ABSENT: Final = label("not told")
SAYS_NOTHING: Final = frozenset({_NO_VALUE, _ABSENT, label("")})
"""Values that leave a field as good as empty."""
_NULLS: Final[Mapping[str, SafeText]] = {
    "expires_at": label("without end"),
    "paid_at": label("not paid"),
}
"""Fields in which null says something."""

_NAMED_IDS: Final = frozenset(
    {"entitlement_id", "product_id", "presented_offering_id", "app_id", "offering_id"}
)
_WORDS: Final[Mapping[str, Mapping[str, SafeText]]] = {
    "auto_renewal_status": RENEWALS,
    "ownership": OWNERSHIPS,
    "status": STATUSES,
    "store": STORES,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a record in words."""

    name: SafeText
    value: SafeText


def fields_of(record: Record, view: Viewpoint) -> tuple[Field, ...]:
    """Every field that the model knows, in its order, then every other key of the answer."""
    known = type(record).model_fields
    told = [Field(_title(name), _value(record, name, view)) for name in known]
    return (*told, *unknown_fields(record))


def row_fields(row: Record | Unreadable, view: Viewpoint) -> tuple[Field, ...]:
    """What a row of any list says in detail."""
    return unreadable_fields(row) if isinstance(row, Unreadable) else fields_of(row, view)


def unreadable_fields(row: Unreadable) -> tuple[Field, ...]:
    """Why a row can't be read, and all of it."""
    return (Field(label("unreadable"), safe(row.reason)), Field(label("received"), _json(row.raw)))


def unknown_fields(record: Record) -> tuple[Field, ...]:
    """The keys that no model knows, as they came."""
    known = {*type(record).model_fields, "object"}
    return tuple(
        Field(phrase("{} (new)", safe(key)), _json(value))
        for key, value in record.raw.items()
        if key not in known
    )


def moment_words(ms: int, view: Viewpoint) -> SafeText:
    """`in 9 d: 2026-12-03 09:14:00 CET (08:14:00 UTC)`."""
    return moments.in_full(ms, view.now_ms, view.zone)


def _title(name: str) -> SafeText:
    return safe(name.removesuffix("_ms").removesuffix("_at").replace("_", " "))


def _value(record: Record, name: str, view: Viewpoint) -> SafeText:
    value = getattr(record, name)
    if value is None:
        return _NULLS.get(name, _NO_VALUE) if name in record.raw else _ABSENT
    if isinstance(value, str):
        return _text(name, value, view)
    if isinstance(value, bool):
        return label("yes") if value else label("no")
    if isinstance(value, int) and name.endswith(("_at", "_at_ms")):
        return moment_words(value, view)
    return _compound(value, view)


def _text(name: str, value: str, view: Viewpoint) -> SafeText:
    if name in _WORDS:
        return _with_literal(word(_WORDS[name], value), value)
    if name == "environment":
        return _with_literal(badge(value), value)
    if name in _NAMED_IDS:
        return _with_literal(view.names.of(value), value)
    return safe(value, VALUE_AT_MOST) if value else label("empty")


def _with_literal(words: SafeText, value: str) -> SafeText:
    """Words, and the API's own value where it is another one."""
    literal = safe(value, VALUE_AT_MOST)
    return words if words == literal else phrase("{} ({})", words, literal)


def _compound(value: Any, view: Viewpoint) -> SafeText:
    if isinstance(value, Page):
        return _list(value, view)
    if hasattr(value, "gross"):
        return money.all_parts(value)
    if hasattr(type(value), "model_fields"):
        return join(", ", _inner(value, view))
    return _json(value)


def _list(page: Page[Any], view: Viewpoint) -> SafeText:
    named = [
        phrase("unreadable: {}", safe(item.reason))
        if isinstance(item, Unreadable)
        else _item(item, view)
        for item in page.items[:ITEMS_AT_MOST]
    ]
    left = len(page.items) - len(named)
    if left:
        named.append(phrase("{} more", left))
    if page.next_cursor:
        named.append(label("more not loaded"))
    return join("; ", named) if named else label("none")


def _item(item: Any, view: Viewpoint) -> SafeText:
    """An item of a nested list: its name and id where it has both, else all of it."""
    name = getattr(item, "lookup_key", None) or getattr(item, "display_name", None)
    id_: str | None = getattr(item, "id", None)
    if id_ is None:
        return join(", ", _inner(item, view))
    return (
        phrase("{} ({})", safe(name), safe(id_)) if name else _with_literal(view.names.of(id_), id_)
    )


def _inner(record: Any, view: Viewpoint) -> Iterator[SafeText]:
    """The told fields of a record inside of another one."""
    for name in type(record).model_fields:
        if getattr(record, name) is not None:
            yield phrase("{} {}", _title(name), _value(record, name, view))


def _json(value: object) -> SafeText:
    if isinstance(value, str):
        return safe(value, VALUE_AT_MOST)
    return safe(json.dumps(value, ensure_ascii=False, default=dict), VALUE_AT_MOST)
