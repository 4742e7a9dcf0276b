"""Folders that only their owner can look into."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from rctui.files.errors import translated

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = 0o700
_OTHERS = 0o077


def private_directory(path: Path) -> Path:
    """Make a folder of rctui's own, mode 0700, and give it back.

    Missing parents are made too, as private; those that exist stay as they are. A folder that
    is there already is tightened when it is this user's. Raises FilesError.
    """
    with translated("make the folder", path):
        make_parents(path / "inside")
        _tighten(path)
    return path


def make_parents(path: Path) -> None:
    """Make the folders above a path where they are missing, mode 0700. Raises OSError."""
    # Path.mkdir(parents=True) gives its mode to the last folder only.
    missing = [folder for folder in path.parents if not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(PRIVATE, exist_ok=True)


def sync_directory(path: Path) -> None:
    """Have a folder's entries on the disk, so that a rename survives a power cut."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _tighten(path: Path) -> None:
    found = path.stat()
    if found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) & _OTHERS:
        path.chmod(PRIVATE)
