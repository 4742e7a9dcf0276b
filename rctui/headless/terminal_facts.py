"""What the terminal says of itself, for a report of trouble."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING

from rctui import __version__
from rctui.headless.check_report import State
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rctui.headless.check_report import CheckReport


def add_terminal_facts(report: CheckReport, environment: Mapping[str, str]) -> None:
    """Note versions, terminal, colours, size and locale. Asks nothing of the terminal."""
    for subject, words in _facts(environment):
        report.add("terminal", subject, State.FACT, words)


def _facts(environment: Mapping[str, str]) -> Iterator[tuple[SafeText, SafeText]]:
    system = safe(f"{platform.system()} {platform.release()}")
    python = safe(platform.python_version())
    yield label("rctui"), phrase("{}, Python {}, {}", safe(__version__), python, system)
    yield label("terminal"), _variable(environment, "TERM")
    yield label("colours"), _colours(environment)
    yield label("size"), _size()
    yield label("locale"), _locale(environment)
    yield label("inside"), _around(environment)


def _variable(environment: Mapping[str, str], name: str) -> SafeText:
    value = environment.get(name)
    return safe(f"{name}={value}") if value else safe(f"{name} is not set")


def _colours(environment: Mapping[str, str]) -> SafeText:
    # The standard has any value but an empty one count.
    colours = label("none, as NO_COLOR asks") if environment.get("NO_COLOR") else label("allowed")
    return phrase("{}, {}", colours, _variable(environment, "COLORTERM"))


def _size() -> SafeText:
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            if stream is not None:
                columns, lines = os.get_terminal_size(stream.fileno())
                return phrase("{} columns, {} lines", columns, lines)
        except (OSError, ValueError):
            continue
    return label("unknown: this is no terminal")


def _locale(environment: Mapping[str, str]) -> SafeText:
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    name = next((name for name in names if environment.get(name)), "LANG")
    encoding = getattr(sys.stdout, "encoding", None) or "unknown"
    return phrase("{}, output in {}", _variable(environment, name), safe(encoding))


def _around(environment: Mapping[str, str]) -> SafeText:
    ssh = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    around = {"tmux": environment.get("TMUX"), "screen": environment.get("STY"), "SSH": ssh}
    return safe(", ".join(name for name, there in around.items() if there) or "nothing known")
