"""Which configuration file, and which folders for state and learned names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "rctui"


class Paths(NamedTuple):
    """Where rctui's files are. None of them need exist."""

    config_file: Path
    named: bool
    """Whether the file was named by a flag or a variable; it must then exist."""
    themes: Path
    """Themes of one's own, beside the configuration."""
    state: Path
    """Journal, recent and pinned ids, recovery files."""
    cache: Path
    """Learned names. Can be deleted at any time."""


def find_paths(environment: Mapping[str, str], flag: str = "") -> Paths:
    """The paths for this run; `flag` is what `--config` says. Reads nothing."""
    named = flag or environment.get("RCTUI_CONFIG", "")
    folder = _base(environment, "XDG_CONFIG_HOME", ".config") / NAME
    file = Path(named).expanduser().absolute() if named else folder / "config.toml"
    return Paths(
        config_file=file,
        named=bool(named),
        themes=file.parent / "themes",
        state=_base(environment, "XDG_STATE_HOME", ".local/state") / NAME,
        cache=_base(environment, "XDG_CACHE_HOME", ".cache") / NAME,
    )


def home(environment: Mapping[str, str]) -> Path:
    """The user's own folder; the root where the machine knows none."""
    found = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - Path raises
    return Path(found) if found.startswith("/") else Path("/")


def expanded(path: str, environment: Mapping[str, str], folder: Path) -> Path:
    """A configured path: `~/` is the user's folder, a relative one starts at `folder`."""
    if path.startswith("~/"):
        return home(environment) / path[2:]
    return folder / path


def _base(environment: Mapping[str, str], variable: str, otherwise: str) -> Path:
    # The XDG specification has relative paths ignored.
    path = Path(environment.get(variable, ""))
    return path if path.is_absolute() else home(environment) / otherwise
