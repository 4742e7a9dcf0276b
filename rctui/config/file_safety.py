"""Whether others could change or read a file that decides about keys and commands."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ConfigUnreadable
from rctui.files.errors import translated

if TYPE_CHECKING:
    from pathlib import Path

_READABLE_BY_OTHERS: Final = 0o077


def check_file(path: Path) -> bool:
    """Refuse a file that somebody else could change; whether only its owner can read it.

    Whoever can write the file chooses which key is used, to which server it goes and which
    program fetches it. Raises FileNotFoundError, ConfigUnreadable, FilesError.
    """
    found = _stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise ConfigUnreadable(f"{path} is not a plain file.", hint="Name a file.")
    if found.st_uid not in (os.getuid(), 0):
        raise ConfigUnreadable(
            f"{path} belongs to another user.", hint="Use a file of your own: --config FILE."
        )
    if _others_can_write(found):
        raise ConfigUnreadable(
            f"{path} can be changed by other users.", hint=f"Run: chmod 600 '{path}'"
        )
    _check_folder(path.parent)
    return not found.st_mode & _READABLE_BY_OTHERS


def _check_folder(folder: Path) -> None:
    with translated("look at", folder):
        mode = folder.stat().st_mode
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        raise ConfigUnreadable(
            f"Other users can put files into {folder}.", hint=f"Run: chmod o-w '{folder}'"
        )


def _others_can_write(found: os.stat_result) -> bool:
    # Where the default mask is 002, everyone has a group of their own.
    shared_group = found.st_mode & stat.S_IWGRP and found.st_gid != os.getgid()
    return bool(found.st_mode & stat.S_IWOTH or shared_group)


def _stat(path: Path) -> os.stat_result:
    with translated("read", path):
        try:
            return path.stat()
        except FileNotFoundError:
            pass
    raise FileNotFoundError(str(path))
