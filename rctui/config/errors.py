"""What can be wrong with the configuration.

ConfigError
├── NothingConfigured   no file, and no project in the environment
├── ConfigUnreadable    the file can't be read, or not safely
├── ConfigProblems      what is in it is wrong: one or more problems, each with line and key
├── UnknownProject      a project that is not configured, or none is chosen
└── ApiKeyError         the API key can't be had or can't be one; never shows it

A message never holds a value from the file: it might be a key in the wrong place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LIKE_A_KEY: Final = re.compile(r"(?:sk|atk|appl|goog|amzn|strp|mac|rcb)_[A-Za-z0-9_-]{6,}")
_TOLD_AT_MOST: Final = 12


class ConfigError(RctuiError):
    """The configuration does not allow to go on."""

    exit_code: ExitCode = ExitCode.USAGE


class NothingConfigured(ConfigError):
    """There is no project to open. The full-screen program offers to set one up."""

    def __init__(self, config_file: Path) -> None:
        super().__init__(
            f"No project is configured: there is none in {config_file}"
            " and RCTUI_API_KEY and RCTUI_PROJECT_ID are not set.",
            hint="Set both, run 'rctui config add', or try the simulated one: 'rctui demo';"
            " most commands take --demo.",
        )


class ConfigUnreadable(ConfigError):
    """The file can't be read, or its place lets others change it."""


class UnknownProject(ConfigError):
    """No project of that name, or several and no choice between them."""


class ApiKeyError(ConfigError):
    """The API key can't be fetched, or is none. Holds no part of it."""


class Problem(NamedTuple):
    """One thing that is wrong."""

    where: str
    """The key, as in `projects.acme.risk`; empty for the file as a whole."""
    what: str
    line: int | None = None
    """Where in the file it is, from 1, as far as that could be found."""

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(part for part in (line, masked(self.where)) if part)
        return f"{place}: {self.what}" if place else self.what


class ConfigProblems(ConfigError):
    """Everything that is wrong with one configuration, together."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        told = [str(problem) for problem in self.problems[:_TOLD_AT_MOST]]
        left_out = len(self.problems) - len(told)
        self.lines = [*told, *([f"and {left_out} more"] if left_out else [])]
        """The same as the message, a line a problem, without the source."""
        self.source = source
        """The file, or the environment variable."""
        words = f"{source}: " + "; ".join(self.lines)
        super().__init__(
            words if words.endswith("?") else f"{words}.",
            hint="Nothing was changed. 'rctui config schema' prints what is possible.",
        )


def masked(text: str) -> str:
    """A name as it is shown; what looks like an API key in it is not."""
    return _LIKE_A_KEY.sub(lambda found: f"{found[0].split('_', 1)[0]}_…", text)
