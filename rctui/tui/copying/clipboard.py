"""Copying out of a terminal, which may be on another machine and inside of tmux.

A terminal takes text by the sequence OSC 52, and never says whether it did. A tmux of default
settings drops that sequence but hands on what its own command is given. So the ways are tried in
the order of what is known of the place, and what is said afterwards claims no more than that.
"""

from __future__ import annotations

import base64
import subprocess
from dataclasses import dataclass
from shutil import which
from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, label
from rctui.tui.copying.desktop_environment import desktop_environment

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_ENCODED = 74_000
"""Base64 characters that terminals are known to take in one piece."""
_TOOL_LIMIT_S = 2.0

_NATIVE = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)


@dataclass(frozen=True, slots=True)
class Route:
    """One way of copying."""

    command: tuple[str, ...]
    """A program that takes the text on its standard input; empty for OSC 52."""
    certainty: SafeText
    """What may be said after it worked."""
    long_certainty: SafeText = label("")
    """The same for a text that is longer than a terminal takes, where that differs."""


OSC52 = Route((), label("sent to the terminal (OSC 52; not there? Copy, then s, shows it)"))
TMUX = Route(
    ("tmux", "load-buffer", "-w", "-"),
    label("copied to tmux and its terminal"),
    label("copied to tmux (prefix ] pastes); it may be too long for the terminal around it"),
)


def routes(setting: str, environment: Mapping[str, str], platform: str) -> tuple[Route, ...]:
    """The ways worth trying, best first. `setting` is auto, native, tmux, osc52 or off."""
    native = _native(environment, platform)
    chosen = {"off": (), "osc52": (OSC52,), "tmux": (TMUX,), "native": native}.get(setting)
    if chosen is not None:
        return chosen
    if environment.get("TMUX"):
        return (TMUX, OSC52)
    remote = environment.get("SSH_TTY") or environment.get("SSH_CONNECTION")
    return (OSC52,) if remote else (*native, OSC52)


def encoded_size(text: str) -> int:
    """Base64 characters that OSC 52 needs for the text."""
    return len(base64.b64encode(text.encode("utf-8", "surrogatepass")))


def run_tool(route: Route, text: str, environment: Mapping[str, str]) -> bool:
    """Hand the text to a route's program; whether it took it. Blocks for two seconds at most.

    The program gets to know of `environment` what a desktop needs, and no key.
    """
    if which(route.command[0]) is None:
        return False
    try:
        ended = subprocess.run(  # noqa: S603 - a fixed program, without a shell
            route.command,
            input=text.encode("utf-8", "surrogatepass"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=desktop_environment(environment),
            timeout=_TOOL_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def _native(environment: Mapping[str, str], platform: str) -> tuple[Route, ...]:
    said = label("copied to the clipboard")
    if platform == "darwin":
        return (Route(("pbcopy",), said),)
    return tuple(Route(command, said) for name, command in _NATIVE if environment.get(name))
