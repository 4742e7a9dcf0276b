"""What can go wrong with a file.

FilesError
├── DiskFull         no space, or a quota
├── ReadOnlyPlace    a file system that is mounted read-only
├── NoPermission     the operating system's rights
├── NotAPlainFile    a directory, device, pipe or a link that leads nowhere
└── FileBusy         another process holds the lock
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rctui.errors import RctuiError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class FilesError(RctuiError):
    """A file could not be read or written; nothing is half-written."""


class DiskFull(FilesError):
    """There is no room for the file."""


class ReadOnlyPlace(FilesError):
    """The file system does not take writes."""


class NoPermission(FilesError):
    """This user may not do that there."""


class NotAPlainFile(FilesError):
    """Something other than a file is in its place."""


class FileBusy(FilesError):
    """Another process is using the file and did not finish in time."""


_KINDS: Final[dict[int, tuple[type[FilesError], str, str]]] = {
    errno.ENOSPC: (DiskFull, "the disk is full", "Free some space and try again."),
    errno.EDQUOT: (DiskFull, "your disk quota is used up", "Free some space and try again."),
    errno.EROFS: (ReadOnlyPlace, "the file system is read-only", "Choose another place."),
    errno.EACCES: (NoPermission, "permission denied", "Check the owner and mode of the path."),
    errno.EPERM: (NoPermission, "operation not permitted", "Check the owner of the path."),
    errno.EISDIR: (NotAPlainFile, "it is a directory", "Name a file."),
    errno.EEXIST: (NotAPlainFile, "something else is in its place", "Check the path."),
    errno.ENOTDIR: (NotAPlainFile, "part of the path is not a directory", "Check the path."),
    errno.ELOOP: (NotAPlainFile, "it is a link that leads in a circle", "Repair the link."),
}


def files_error(error: OSError, doing: str, path: Path) -> FilesError:
    """Translate what the operating system said; `doing` is a verb such as `write`."""
    kind, why, hint = _KINDS.get(error.errno or 0, (FilesError, error.strerror or "", ""))
    return kind(f"Can't {doing} {path}: {why or type(error).__name__}.", hint=hint)


@contextmanager
def translated(doing: str, path: Path) -> Iterator[None]:
    """Raise FilesError in place of OSError."""
    try:
        yield
    except OSError as error:
        raise files_error(error, doing, path) from error
