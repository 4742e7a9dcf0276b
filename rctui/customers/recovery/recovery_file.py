"""A whole customer in one private file, before a block or a deletion.

What goes wrong leaves no file, and then nothing is deleted either. Cheap to import: every start
needs to know where these files are.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from rctui.errors import RctuiError
from rctui.files.directories import private_directory
from rctui.files.errors import translated
from rctui.files.reading import read_plain
from rctui.text.moments import DAY_MS
from rctui.text.safe_text import SafeText, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

VERSION: Final = 1
SUFFIX: Final = ".json"
_PATH_AT_MOST: Final = 2000


class RecoveryFiles:
    """Where recovery files go: a folder, or nowhere but memory for the simulated project."""

    def __init__(
        self, folder: Path | None = None, keep_days: Callable[[], int] | None = None
    ) -> None:
        """`keep_days` gives how many days a file is kept; 0, and no answer, is for ever.

        It may raise ConfigError.
        """
        self.folder = folder
        self.keep_days = keep_days
        self.in_memory: dict[str, dict[str, Any]] = {}

    def save(self, document: Mapping[str, Any]) -> str:
        """Save a document and say where. Raises FilesError, and then there is no part of it."""
        from rctui.customers.moments_in_names import stamp
        from rctui.files.names import safe_file_name
        from rctui.files.new_files import write_new

        whole = {"version": VERSION} | dict(document)
        when = stamp(int(whole.get("saved_at_ms", 0)))
        name = safe_file_name(f"{when}-{whole.get('asked', '')}", SUFFIX, otherwise="customer")
        data = json.dumps(whole, indent=1, default=dict).encode("ascii") + b"\n"
        if self.folder is None:
            # As it would be read from a file: records keep their JSON in another kind of mapping.
            self.in_memory[name] = json.loads(data)
            return name
        path = write_new(private_directory(self.folder), name, data)
        # By the clock of the disk, which also dates the files. What fails is said at the start.
        with suppress(RctuiError):
            self.remove_expired(path.stat().st_mtime_ns // 1_000_000)
        return str(path)

    def listed(self) -> tuple[Path, ...]:
        """The files there are, newest first. Raises FilesError."""
        if self.folder is None or not self.folder.is_dir():
            return ()
        with translated("look into", self.folder):
            files = [file for file in self.folder.glob(f"*{SUFFIX}") if file.is_file()]
            return tuple(sorted(files, reverse=True))

    def remove_expired(self, now_ms: int) -> int:
        """Remove files that were kept long enough, and say how many.

        Raises FilesError and ConfigError; never a reason to stop anything.
        """
        days = self.keep_days() if self.folder is not None and self.keep_days is not None else 0
        return self.remove_older_than(now_ms - days * DAY_MS) if days else 0

    def remove_older_than(self, oldest_ms: int) -> int:
        """Remove files that were saved before a moment, and say how many. Raises FilesError."""
        removed = 0
        for file in self.listed():
            # Another rctui may be tidying up here at the same time.
            with translated("remove", file), suppress(FileNotFoundError):
                if file.stat().st_mtime_ns // 1_000_000 < oldest_ms:
                    file.unlink()
                    removed += 1
        return removed


def where_saved(saved: str) -> SafeText:
    """What `RecoveryFiles.save` gave, for people: a path, or a name that only memory has."""
    place = safe(saved, limit=_PATH_AT_MOST)
    return place if "/" in saved else phrase("{}, in memory until the demo ends", place)


def read_recovery_file(file: Path) -> dict[str, Any]:
    """What a recovery file holds. Raises FilesError, UnreadableChange."""
    from rctui.customers.changes.errors import UnreadableChange

    content = read_plain(file)
    if content is None:
        raise UnreadableChange(f"There is no file {file}.", hint="Name another file.")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    whole = isinstance(document, dict) and isinstance(document.get("lists"), dict)
    if not whole or document.get("version") != VERSION:
        raise UnreadableChange(
            f"{file} is no recovery file of this rctui.", hint="Name another file."
        )
    return dict(document)
