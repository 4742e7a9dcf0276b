"""The plans that are kept on disk and have rows left, as the palette lists them: by name alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.files.atomic import write_atomically
from rctui.text import moments
from rctui.text.safe_text import SafeText, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo
    from pathlib import Path

FOLDER: Final = "bulk"
SUFFIX: Final = ".plan.json"
_DONE: Final = ".done"
"""Ends the name of an empty file beside a plan of which nothing is left."""
LISTED_AT_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan that may have rows left; what is in it is read when somebody asks."""

    file: Path
    saved_ms: int
    """In ms since the epoch."""

    @property
    def name(self) -> str:
        """What the list was called."""
        return self.file.name.removesuffix(SUFFIX)

    def words(self, zone: tzinfo | None) -> SafeText:
        """Its name and when it was made."""
        return phrase("{} (of {})", safe(self.name), moments.minute(self.saved_ms, zone))


def kept_plans(state: Path | None, open_now: Iterable[Path | None] = ()) -> tuple[KeptPlan, ...]:
    """The newest plans that have rows left, without those in `open_now`.

    Raises nothing: a folder that can't be read has none.
    """
    if state is None:
        return ()
    known = set(open_now)
    found = sorted(_kept(state / FOLDER), key=lambda one: one.saved_ms, reverse=True)
    return tuple(one for one in found if one.file not in known)[:LISTED_AT_MOST]


def _kept(folder: Path) -> Iterator[KeptPlan]:
    try:
        names = {one.name: one for one in folder.iterdir()}
    except OSError:
        return
    for name, file in names.items():
        if name.endswith(SUFFIX) and _marker(file).name not in names:
            try:
                yield KeptPlan(file, file.stat().st_mtime_ns // 1_000_000)
            except OSError:
                continue


def mark_done(file: Path) -> None:
    """Note that nothing of a plan is left, so that it is listed no more. Raises FilesError."""
    write_atomically(_marker(file), b"")


def _marker(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(SUFFIX) + _DONE)
