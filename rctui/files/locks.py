"""One process at a time.

An atomic replacement alone loses changes when two processes read, change and write at once;
with a lock around all three steps none is lost. The lock is advisory: it binds whoever takes it.
"""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rctui.files.atomic import real_file
from rctui.files.directories import make_parents
from rctui.files.errors import FileBusy, translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_S: Final = 5.0
_BETWEEN_TRIES_S: Final = 0.02


@contextmanager
def locked(path: Path, *, patience_s: float = PATIENCE_S, shared: bool = False) -> Iterator[None]:
    """Hold the lock that goes with a file, which need not exist. Raises FilesError.

    Any number can hold it `shared`; without that, one at a time.

    The lock is a file of its own beside the real one, since that one is replaced; the operating
    system releases it when the process ends, however it ends.
    """
    lock = lock_file(path)
    with translated("lock", path):
        make_parents(lock)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        descriptor = os.open(lock, flags, 0o600)
    try:
        _wait(descriptor, path, patience_s, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def lock_file(path: Path) -> Path:
    """The lock that goes with a file; two links to one file share it."""
    target = real_file(path)
    return target.with_name(f".{target.name}.lock")


def _wait(descriptor: int, path: Path, patience_s: float, kind: int) -> None:
    give_up = time.monotonic() + patience_s
    while not _taken(descriptor, path, kind):
        if time.monotonic() >= give_up:
            raise FileBusy(
                f"Another rctui is changing {path} and did not finish in {patience_s:g} s.",
                hint="Try again; if it stays so, end the other one.",
            )
        time.sleep(_BETWEEN_TRIES_S)


def _taken(descriptor: int, path: Path, kind: int) -> bool:
    with translated("lock", path):
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
