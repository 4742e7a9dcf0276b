"""A row of any list as names and values: what JSON keeps exactly, and CSV in columns."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from rctui.api.page import Unreadable
from rctui.customers.listed import ListedCustomer
from rctui.journal.operation import Operation
from rctui.text import moments
from rctui.text.safe_text import SafeText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.exports.csv_text import Value

_INSTANT: Final = re.compile(r"(.+_)?at")
_INSTANT_MS: Final = re.compile(r"(?P<name>(.+_)?at)_ms")
_KIND: Final = "object"
_PLAIN: Final = (str, int, float, Mapping, list, tuple)


def iso(ms: int) -> str | int:
    """`2026-12-03T08:14:00.000Z`; an instant beyond the calendar stays in ms since the epoch."""
    when = moments.moment(ms, UTC)
    if when is None:
        return ms
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def exact(row: object) -> Any:
    """A row exactly as the server sent it, or what it was derived as."""
    return row.raw if isinstance(row, Unreadable) else _mapping(row)


def flat(row: object) -> dict[str, Value]:
    """A row as cells: nested objects by `outer.inner`, lists as JSON, instants in ISO 8601."""
    if isinstance(row, Unreadable):
        received = row.raw if isinstance(row.raw, Mapping) else {"received": row.raw}
        return {**dict(_cells(received)), "unreadable": row.reason}
    return dict(_cells(_mapping(row)))


def _mapping(row: object) -> Mapping[str, Any]:
    if isinstance(row, ListedCustomer):
        return {"id": row.customer_id} if row.customer is None else row.customer.raw
    if isinstance(row, Operation):
        return _operation(row)
    raw = getattr(row, "raw", None)
    return raw if isinstance(raw, Mapping) else dict(_derived(row))


def _derived(row: object) -> Iterator[tuple[str, Any]]:
    """The fields of what rctui concluded or noted itself; not the rules and names it works with."""
    if not is_dataclass(row):
        raise TypeError(f"no row of a list: {type(row).__name__}")
    for field in fields(row):
        value = getattr(row, field.name)
        instant = _INSTANT_MS.fullmatch(field.name)
        name = instant["name"] if instant else field.name
        if isinstance(value, SafeText):
            yield name, value.plain
        elif value is None or isinstance(value, _PLAIN):
            yield name, value


def _operation(row: Operation) -> dict[str, Any]:
    first, end = row.first, row.end
    return {
        "id": row.id,
        "started_at": first.time_ms,
        "state": row.state.value,
        "summary": first.summary,
        "customer_id": first.customer_id,
        "ticket": first.ticket,
        "user": first.user,
        "project": first.project,
        "evidence": row.evidence,
        "request_id": end.request_id if end else "",
        "change": dict(row.change),
    }


def _cells(values: Mapping[str, Any], outer: str = "") -> Iterator[tuple[str, Value]]:
    for key, value in values.items():
        name = f"{outer}{key}"
        if key == _KIND and isinstance(value, str):
            continue
        if isinstance(value, Mapping) and not isinstance(value.get("items"), list):
            yield from _cells(value, f"{name}.")
        else:
            yield name, _cell(key, value)


def _cell(key: str, value: Any) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and _INSTANT.fullmatch(key):
        return iso(value)
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False, default=dict)
