"""Where the lines are kept.

In a file, one `write` per line on a descriptor that only appends: several programs at once never
mix their lines. A full disk tears a line off; whoever writes next starts on a line of its own.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from rctui.clock import epoch_ms
from rctui.files.atomic import written_aside
from rctui.files.directories import private_directory, sync_directory
from rctui.files.errors import FilesError, files_error, translated
from rctui.files.locks import locked
from rctui.files.reading import read_plain
from rctui.journal.errors import JournalUnwritable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FLAGS: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW


class Store(Protocol):
    """Lines that can only be added to."""

    def append(self, line: bytes) -> None:
        """Add one line; it is safe when this returns. Raises JournalUnwritable."""

    def append_if(self, line: bytes, agreed: Callable[[bytes], bool]) -> bool:
        """Add one line if `agreed` says so of those there are, and no other comes in between.

        Whether it was added. Raises JournalUnwritable.
        """

    def probe(self) -> None:
        """Find out early whether lines can be added. Raises JournalUnwritable."""

    def current(self) -> bytes:
        """The lines that are added to. Raises FilesError."""

    def all_files(self) -> Iterator[bytes]:
        """Everything, oldest first. Raises FilesError."""

    def rotate(self, at_bytes: int, carried: Callable[[bytes], bytes | None]) -> None:
        """Put the lines aside once they are many, but for those that `carried` picks of them."""


class MemoryStore:
    """Lines that last as long as the program, for the simulated project."""

    def __init__(self) -> None:
        self.lines = bytearray()

    def append(self, line: bytes) -> None:
        """Add one line."""
        self.lines += line

    def append_if(self, line: bytes, agreed: Callable[[bytes], bool]) -> bool:
        """Add one line if `agreed` says so."""
        if not agreed(self.current()):
            return False
        self.append(line)
        return True

    def probe(self) -> None:
        """Memory can always be written."""

    def current(self) -> bytes:
        """All lines."""
        return bytes(self.lines)

    def all_files(self) -> Iterator[bytes]:
        """All lines."""
        yield bytes(self.lines)

    def rotate(self, at_bytes: int, carried: Callable[[bytes], bytes | None]) -> None:
        """Nothing is put aside."""


class FileStore:
    """Lines in one file, mode 0600; older ones in files beside it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def append(self, line: bytes) -> None:
        """Add one line, on the disk when this returns. Raises JournalUnwritable."""
        # Shared: appending needs no turn, it only must not happen while files are swapped.
        with self._held(shared=True):
            self._append(line)

    def append_if(self, line: bytes, agreed: Callable[[bytes], bool]) -> bool:
        """Add one line if `agreed` says so while no other program can add any.

        Raises JournalUnwritable.
        """
        with self._held(shared=False):
            if not agreed(self.current()):
                return False
            self._append(line)
            return True

    @contextmanager
    def _held(self, *, shared: bool) -> Iterator[None]:
        try:
            private_directory(self.file.parent)
            with locked(self.file, shared=shared), translated("write", self.file):
                yield
        except FilesError as error:
            raise JournalUnwritable(error.message, hint=error.hint) from error

    def probe(self) -> None:
        """Find out whether the file or its folder can be written, without making either."""
        there = self.file
        while not there.exists() and there != there.parent:
            there = there.parent
        if os.access(there, os.W_OK) and (there == self.file or there.is_dir()):
            return
        raise JournalUnwritable(
            f"Can't write {self.file}: {there} does not take writes.",
            hint="Check its owner and mode, or set XDG_STATE_HOME.",
        )

    def _append(self, line: bytes) -> None:
        is_new = not self.file.exists()
        descriptor = os.open(self.file, _FLAGS, 0o600)
        try:
            data = line if _ends_whole(descriptor) else b"\n" + line
            written = os.write(descriptor, data)
            if written != len(data):
                raise _short(self.file)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            sync_directory(self.file.parent)

    def current(self) -> bytes:
        """What is in the file; nothing where there is none. Raises FilesError."""
        return _content(self.file)

    def all_files(self) -> Iterator[bytes]:
        """The files that were put aside, oldest first, then the present one. Raises FilesError."""
        with translated("look into", self.file.parent):
            older = sorted(self.file.parent.glob(f"{self.file.stem}-*{self.file.suffix}"))
        for file in [*older, self.file]:
            yield _content(file)

    def rotate(self, at_bytes: int, carried: Callable[[bytes], bytes | None]) -> None:
        """Put a file aside that has grown to so many bytes. Raises JournalUnwritable.

        The new file begins with the lines that `carried` picks; `None` leaves all as it is.
        """
        try:
            if self._size() < at_bytes:
                return
            with locked(self.file), translated("write", self.file):
                self._swap(at_bytes, carried)
        except FilesError as error:
            raise JournalUnwritable(error.message, hint=error.hint) from error

    def _swap(self, at_bytes: int, carried: Callable[[bytes], bytes | None]) -> None:
        # Another program may have swapped the files while this one waited for the lock.
        lines = carried(self.current()) if self._size() >= at_bytes else None
        if lines is None:
            return
        name = f"{self.file.stem}-{epoch_ms():013}{self.file.suffix}"
        with written_aside(self.file.parent, lines) as fresh:
            # A second name first: at no moment are the old lines without one.
            os.link(self.file, self.file.with_name(name))
            fresh.replace(self.file)
        sync_directory(self.file.parent)

    def _size(self) -> int:
        with translated("look at", self.file):
            return self.file.stat().st_size if self.file.exists() else 0


def _content(file: Path) -> bytes:
    return read_plain(file) or b""


def _ends_whole(descriptor: int) -> bool:
    """Whether the last line has its end, or there is none."""
    size = os.fstat(descriptor).st_size
    return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"


def _short(file: Path) -> FilesError:
    """The system took a part of the line only, as it does where the disk fills up."""
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return files_error(full, "write all of a line to", file)
