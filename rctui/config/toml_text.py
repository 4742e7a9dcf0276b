"""A TOML text becomes a tree, or an error that says where it is none."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from rctui.config.errors import ConfigProblems, Problem, masked

_PLACE: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")


def parse(source: str, text: str) -> dict[str, Any]:
    """The tree of a TOML text. Raises ConfigProblems with line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigProblems(source, [_not_toml(str(error))]) from None
    except RecursionError:
        raise ConfigProblems(source, [Problem("", "nested too deeply")]) from None
    except ValueError:
        # Numbers of thousands of digits; tomllib lets Python's own error through.
        raise ConfigProblems(source, [Problem("", "a number is too long")]) from None


def _not_toml(said: str) -> Problem:
    place = _PLACE.search(said)
    words = masked(_PLACE.sub("", said))
    if place is None:
        return Problem("", f"not TOML: {words}")
    return Problem(f"column {place[2]}", f"not TOML: {words}", int(place[1]))
