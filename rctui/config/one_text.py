"""Set one text in a TOML file and leave every other byte as it is.

Lines that look right are tried one after the other, and what comes out is parsed: an edit counts
only where the new tree is the old one but for that text. So a line in a comment, or within a text
of several lines, is never taken for the one that is meant.
"""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from rctui.config.toml_lines import ASSIGNMENT, HEADER, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VALUE: Final = re.compile(r"""[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')""")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_INDENT: Final = re.compile(r"[ \t]*")
_TRIED_AT_MOST: Final = 200


def with_text(text: str, key: tuple[str, ...], value: str) -> str | None:
    """A file's text with a key set to `value`; `None` where no edit of one line does just that.

    The table around the key must be there. `value` is letters, digits, - and _. Raises what
    tomllib raises where the text is no TOML.
    """
    before = tomllib.loads(text)
    wanted = _changed(before, key, value)
    if wanted is None or wanted == before:
        return None if wanted is None else text
    lines = _LINE.findall(text)
    tried = chain(_replaced(lines, key[-1], value), _inserted(lines, key, value))
    return next((one for one in islice(tried, _TRIED_AT_MOST) if _is(one, wanted)), None)


def _changed(tree: dict[str, Any], key: tuple[str, ...], value: str) -> dict[str, Any] | None:
    changed = deepcopy(tree)
    table: Any = changed
    for name in key[:-1]:
        table = table.get(name) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        return None
    table[key[-1]] = value
    return changed


def _is(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except ValueError:
        return False


def _replaced(lines: Sequence[str], name: str, value: str) -> Iterator[str]:
    """Every line that sets something of this name, with another value."""
    for number, line in enumerate(lines):
        assigned = ASSIGNMENT.match(line)
        if assigned is None or parts(assigned[1])[-1:] != (name,):
            continue
        found = _VALUE.match(line, assigned.end())
        if found is not None:
            changed = f'{line[: found.start(1)]}"{value}"{line[found.end(1) :]}'
            yield "".join([*lines[:number], changed, *lines[number + 1 :]])


def _inserted(lines: Sequence[str], key: tuple[str, ...], value: str) -> Iterator[str]:
    """A line of its own: after the last one of its table, or earlier."""
    line_end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    for number in _places(lines, key[:-1]):
        above = lines[number - 1] if number else ""
        gap = line_end if above and not above.endswith("\n") else ""
        indent = _INDENT.match(above)
        line = f'{gap}{indent[0] if indent else ""}{key[-1]} = "{value}"{line_end}'
        yield "".join([*lines[:number], line, *lines[number:]])


def _places(lines: Sequence[str], table: tuple[str, ...]) -> Iterator[int]:
    """After which line of a table there may be room for another one, the last first."""
    inside, places = not table, [] if table else [0]
    for number, line in enumerate(lines, start=1):
        if header := HEADER.match(line):
            inside = parts(header[1]) == table
        if inside and (header or ASSIGNMENT.match(line)):
            places.append(number)
    yield from reversed(places)
