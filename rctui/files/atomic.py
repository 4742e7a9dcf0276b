"""Replace a file's content in one step: whoever reads it finds the old bytes or the new ones."""

from __future__ import annotations

import os
import stat
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.files.directories import make_parents, sync_directory
from rctui.files.errors import NotAPlainFile, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX: Final = ".rctui-"
SUFFIX: Final = ".tmp"
LEFT_OVER_AFTER_S: Final = 600
"""A temporary file this old belongs to a process that was killed."""


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file by `data`, mode 0600; missing folders are made, mode 0700.

    A symbolic link stays and its target is replaced. Temporary files that killed processes
    left in the folder are removed. Raises FilesError, and then the old content is untouched.
    """
    target = real_file(path)
    with translated("write", path):
        make_parents(target)
        remove_left_over(target.parent)
        with written_aside(target.parent, data) as temporary:
            temporary.replace(target)
        sync_directory(target.parent)


def real_file(path: Path) -> Path:
    """Where a path leads once its links are followed. Raises NotAPlainFile if not to a file."""
    target = Path(os.path.realpath(path))
    with translated("look at", path):
        mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        raise NotAPlainFile(f"{path} is not a plain file.", hint="Name a file, or remove it.")
    return target


@contextmanager
def written_aside(folder: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in a folder with `data` safely in it; gone afterwards unless renamed.

    Raises OSError.
    """
    # mkstemp makes it with mode 0600.
    descriptor, name = tempfile.mkstemp(SUFFIX, PREFIX, folder)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def remove_left_over(folder: Path, *, older_than_s: float = LEFT_OVER_AFTER_S) -> None:
    """Remove the temporary files of processes that were killed while writing here."""
    oldest = time.time() - older_than_s
    for entry in folder.glob(f"{PREFIX}*{SUFFIX}"):
        # Another process may be cleaning up at the same time, or own the file.
        with suppress(OSError):
            if entry.lstat().st_mtime < oldest:
                entry.unlink()


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return None
