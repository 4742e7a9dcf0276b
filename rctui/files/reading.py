"""Read a file that may be anything by now: never waits for a pipe, never reads a device."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from rctui.files.errors import NotAPlainFile, translated

if TYPE_CHECKING:
    from pathlib import Path


def read_plain(path: Path) -> bytes | None:
    """The content of a file, through links to it; `None` where there is nothing.

    Raises FilesError.
    """
    with translated("read", path):
        try:
            # Opening a pipe that nobody writes to would wait for ever.
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        try:
            return _content(descriptor, path)
        finally:
            os.close(descriptor)


def _content(descriptor: int, path: Path) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise NotAPlainFile(f"{path} is not a plain file.", hint="Move it out of the way.")
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read()
