"""What other programs of the desktop get to know of this one's environment: no key of any name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = frozenset(
    {
        "BROWSER", "DBUS_SESSION_BUS_ADDRESS", "DESKTOP_SESSION", "DISPLAY", "HOME", "LANG",
        "LANGUAGE", "LOGNAME", "PATH", "SHELL", "TERM", "TMPDIR", "TMUX", "TMUX_PANE",
        "TMUX_TMPDIR", "TZ", "USER", "WAYLAND_DISPLAY", "XAUTHORITY",
    }
)  # fmt: skip
_BEGINNINGS: Final = ("LC_", "XDG_", "KDE_", "GNOME_")


def desktop_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The part that a clipboard tool or a browser needs.

    A configuration can name any variable as the one that holds a key, so that what is handed on
    is chosen rather than what is held back.
    """
    return {
        name: value
        for name, value in environment.items()
        if (name in _NAMES or name.startswith(_BEGINNINGS)) and not value.startswith("sk_")
    }
