"""Create a folder of files in one step: it is there whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rctui.files.directories import PRIVATE, sync_directory
from rctui.files.errors import translated
from rctui.files.new_files import claiming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_folder_at(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder, mode 0700, at exactly this path, with files of mode 0600 by name.

    Nothing may be there before, not even a link. Raises FilesError, and then no part of it
    stays behind.
    """
    with _claimed_folder(path), translated("write", path), _aside(path) as temporary:
        for name, data in files.items():
            _write(temporary / name, data)
        sync_directory(temporary)
        temporary.replace(path)
        sync_directory(path.parent)


@contextmanager
def _claimed_folder(path: Path) -> Iterator[None]:
    """Own a path as an empty folder, which the finished one takes the place of."""
    with claiming(path):
        path.mkdir(PRIVATE)
    try:
        yield
    except BaseException:
        path.rmdir()
        raise


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    temporary = Path(tempfile.mkdtemp(".part", f".{path.name[:80]}-", path.parent))
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
