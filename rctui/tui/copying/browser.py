"""Opening an address in a browser, where there is one that can be seen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

from rctui.tui.copying.desktop_environment import desktop_environment

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENED: Final = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def can_show(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser would appear before the operator's eyes.

    Over SSH, or without a display, a browser opens elsewhere, or draws over this program.
    """
    if environment.get("SSH_TTY") or environment.get("SSH_CONNECTION"):
        return False
    if platform in ("darwin", "win32"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show(url: str, environment: Mapping[str, str]) -> bool:
    """Hand the address to the desktop's browser; whether that took it. Blocks while it starts.

    In a process of its own: Python's module hands on the whole environment, the API key too, and
    what a browser complains of would be drawn over this program.
    """
    ended = subprocess.run(  # noqa: S603 - this Python, on an address of ours
        [sys.executable, "-I", "-c", _OPENED, url],
        env=desktop_environment(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return ended.returncode == 0
