"""Opening an address in a browser, where there is one that can be seen."""

from __future__ import annotations

import sys
import webbrowser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def can_show(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser would appear before the operator's eyes.

    Over SSH, or without a display, a browser opens elsewhere, or draws over this program.
    """
    if environment.get("SSH_TTY") or environment.get("SSH_CONNECTION"):
        return False
    if platform in ("darwin", "win32"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show(url: str) -> bool:
    """Hand the address to the desktop's browser; whether that took it. Blocks while it starts."""
    return webbrowser.open(url)
