r"""Several attributes in one line: `$displayName=Ann; note="a; b"; gone=`.

An empty value deletes. A value in double quotes may hold `;` and spaces at its ends; `\"` and
`\\` stand for a quote and a backslash in it. `=` needs no quotes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.errors import BadAttribute
from rctui.customers.changes.separators import past

if TYPE_CHECKING:
    from collections.abc import Iterable

Entries = tuple[tuple[str, str | None], ...]
"""Names and values; `None` deletes."""

_HOW: Final = "name=value; other=value. An empty value deletes."
_ENTRY: Final = re.compile(
    r'([^=;\n]*)=[^\S\n]*+(?:"((?:[^"\\]|\\.)*)"[^\S\n]*|([^;"\n][^;\n]*)|)(?=[;\n]|\Z)', re.DOTALL
)
_BETWEEN: Final = re.compile(r"[\s;]*")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_TO_ESCAPE: Final = re.compile(r'(["\\])')


def read_entries(text: str) -> Entries:
    """The attributes in a text. Raises BadAttribute; what the API takes is not checked here."""
    found: list[tuple[str, str | None]] = []
    place = past(_BETWEEN, text, 0)
    while place < len(text):
        entry = _ENTRY.match(text, place)
        if entry is None:
            raise _unreadable(text[place:])
        found.append(_entry(entry))
        place = past(_BETWEEN, text, entry.end())
    return tuple(found)


def write_entries(entries: Iterable[tuple[str, str | None]]) -> str:
    """The text that is read as these attributes."""
    return "; ".join(f"{name}={_written(value or '')}" for name, value in entries)


def _entry(entry: re.Match[str]) -> tuple[str, str | None]:
    name, quoted, bare = entry.groups()
    value = _ESCAPED.sub(r"\1", quoted) if quoted is not None else (bare or "").strip()
    return name.strip(), value or None


def _unreadable(rest: str) -> BadAttribute:
    name, equals, value = rest.partition("=")
    if not equals or ";" in name:
        return BadAttribute(f"{name.split(';')[0][:40]!a} has no value.", hint=_HOW, field="value")
    if value.lstrip().startswith('"'):
        return BadAttribute(
            f"The quotes of {name.strip()[:40]!a} are not closed, or something follows them.",
            hint='Write " in a value as \\".',
            field="value",
        )
    return BadAttribute(f"{rest[:40]!a} can't be read.", hint=_HOW, field="value")


def _written(value: str) -> str:
    is_plain = value == value.strip() and not value.startswith('"') and not set(value) & set(";\n")
    return value if is_plain else '"' + _TO_ESCAPE.sub(r"\\\1", value) + '"'
