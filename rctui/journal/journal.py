"""The journal: append durably, read, find what is open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from rctui.clock import epoch_ms
from rctui.journal.errors import JournalUnwritable
from rctui.journal.stores import FileStore, MemoryStore, Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rctui.journal.entry import JournalEntry
    from rctui.journal.operation import Operation
    from rctui.journal.reading import JournalReading
    from rctui.journal.who import Who

FILE_NAME: Final = "journal.jsonl"
ROTATE_AT_BYTES: Final = 4 * 1024 * 1024
"""Read in some tens of ms at every start."""


class Journal:
    """Own writes, as lines that are only ever added to.

    May be used from several threads and several programs at once. Appending blocks until the
    line is on the disk, so the worker does it off its loop.
    """

    def __init__(
        self,
        store: Store,
        *,
        who: Who | None = None,
        now_ms: Callable[[], int] = epoch_ms,
        rotate_at_bytes: int = ROTATE_AT_BYTES,
    ) -> None:
        self.store = store
        self._who = who
        self.now_ms = now_ms
        self._rotate_at_bytes = rotate_at_bytes

    @classmethod
    def in_folder(cls, state: Path) -> Journal:
        """The journal in the folder for state. Touches nothing yet."""
        return cls(FileStore(state / FILE_NAME))

    @classmethod
    def in_memory(cls) -> Journal:
        """A journal that is gone with the program."""
        return cls(MemoryStore())

    @property
    def who(self) -> Who:
        """Whose writes are added; found out when the first one is."""
        if self._who is None:
            from rctui.journal.who import Who

            self._who = Who.here()
        return self._who

    @property
    def file(self) -> Path | None:
        """Where it is, or `None` where it is only in memory."""
        return self.store.file if isinstance(self.store, FileStore) else None

    def append(self, entry: JournalEntry) -> JournalEntry:
        """Write down an entry as of now; it is safe when this returns. Raises JournalUnwritable."""
        from rctui.journal.states import Step

        said = entry.at(self.now_ms(), self.who)
        if said.step is Step.ATTEMPTED:
            # A file that can't be put aside only grows; appending has the last word.
            with suppress(JournalUnwritable):
                self.store.rotate(self._rotate_at_bytes, _open_lines)
        self.store.append(said.line())
        return said

    def append_if(
        self, entry: JournalEntry, agreed: Callable[[Operation | None], bool]
    ) -> JournalEntry | None:
        """Write down an entry if `agreed` says so of its operation as it stands now.

        No other program can add a line in between: of several that want the same, one does. What
        was written, or `None`. The operation is `None` where the present file has none of it.
        Raises JournalUnwritable.
        """
        said = entry.at(self.now_ms(), self.who)

        def has_agreed(content: bytes) -> bool:
            return agreed(_found_in(content, entry.id))

        return said if self.store.append_if(said.line(), has_agreed) else None

    def read(self, since_ms: int = 0) -> JournalReading:
        """Every operation with a line since then. Raises FilesError."""
        from rctui.journal.reading import read_lines

        return read_lines(self.store.all_files(), since_ms)

    def recent(self) -> JournalReading:
        """What the present file holds: all that is open, and what was done lately.

        Quick whatever is kept beside it. Raises FilesError.
        """
        from rctui.journal.reading import read_lines

        return read_lines([self.store.current()])

    def recent_operations(self) -> tuple[Operation, ...]:
        """The operations of `recent`. Loads nothing to read with where nothing is written yet."""
        return self.recent().operations if self.store.current() else ()

    def find(self, operation_id: str) -> Operation | None:
        """One operation of the present file. Raises FilesError."""
        return _found_in(self.store.current(), operation_id)


def _found_in(content: bytes, operation_id: str) -> Operation | None:
    from rctui.journal.reading import read_lines

    operations = read_lines([content]).operations
    return next((one for one in operations if one.id == operation_id), None)


def _open_lines(content: bytes) -> bytes | None:
    """The lines of a file that a new one must begin with; `None` where it must stay as it is."""
    from rctui.journal.reading import read_lines

    reading = read_lines([content])
    if reading.damage.newer:
        # Which of them are open, only the newer program knows.
        return None
    return b"".join(one.line() for open_ in reading.unconfirmed for one in open_.entries)
