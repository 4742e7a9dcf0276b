"""From lines to operations, whatever became of the file.

A torn last line, damaged lines and lines of a newer program are counted and left alone; the rest
is read as if they were not there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.journal.entry import JournalEntry, NotAnEntry, entry_in
from rctui.journal.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Damage:
    """Lines that could not be read."""

    torn: int = 0
    """Lines that break off: a program was killed, or the disk was full, while it wrote."""
    corrupt: int = 0
    """Lines that are no entries at all."""
    newer: tuple[str, ...] = ()
    """Lines of a newer rctui, as they are."""


@dataclass(frozen=True, slots=True)
class JournalReading:
    """What the journal says."""

    operations: tuple[Operation, ...] = ()
    """Newest first, by their first line."""
    damage: Damage = field(default_factory=Damage)

    @property
    def unconfirmed(self) -> tuple[Operation, ...]:
        """Those of which nobody knows yet what became of them."""
        return tuple(one for one in self.operations if one.is_open)


@dataclass(slots=True)
class _Fold:
    """What has been read so far."""

    lines: dict[str, list[JournalEntry]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    torn: int = 0
    corrupt: int = 0
    newer: list[str] = field(default_factory=list)

    def take(self, line: bytes) -> None:
        # A rotation copies open operations: the copy says nothing new.
        mark = hash(line)
        if not line or mark in self.seen:
            return
        self.seen.add(mark)
        try:
            entry = entry_in(line)
        except NotAnEntry as reason:
            self._leave(line, reason)
            return
        self.lines.setdefault(entry.id, []).append(entry)

    def _leave(self, line: bytes, reason: NotAnEntry) -> None:
        if reason.version is not None:
            self.newer.append(line.decode("utf-8", "replace"))
        elif line.startswith(b'{"version":') and not line.endswith(b"}"):
            self.torn += 1
        else:
            self.corrupt += 1


def read_lines(files: Iterable[bytes], since_ms: int = 0) -> JournalReading:
    """The operations in files, oldest file first, with any line since a moment. Never raises."""
    fold = _Fold()
    for content in files:
        for line in content.split(b"\n"):
            fold.take(line)
    # Latest line first where two have the same moment, for sorting keeps that order.
    operations = [Operation(tuple(entries)) for entries in reversed(fold.lines.values())]
    wanted = [one for one in operations if one.last.time_ms >= since_ms]
    wanted.sort(key=lambda one: one.first.time_ms, reverse=True)
    return JournalReading(tuple(wanted), Damage(fold.torn, fold.corrupt, tuple(fold.newer)))
