"""The customers that were opened or pinned, by id alone: nothing else about them is kept.

One small JSON file for all projects. Several rctui at once share it: every change reads it anew
under a lock.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rctui.files.atomic import write_atomically
from rctui.files.directories import private_directory
from rctui.files.locks import locked
from rctui.files.reading import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECENT_AT_MOST: Final = 20
PINNED_AT_MOST: Final = 50
_VERSION: Final = 1


class Remembered(NamedTuple):
    """What is remembered of one project, newest first."""

    pinned: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()

    def with_opened(self, customer_id: str) -> Remembered:
        """A customer has been opened."""
        others = tuple(one for one in self.recent if one != customer_id)
        return Remembered(self.pinned, (customer_id, *others)[:RECENT_AT_MOST])

    def with_pin_turned(self, customer_id: str) -> Remembered:
        """A customer is pinned, or no longer if it was."""
        others = tuple(one for one in self.pinned if one != customer_id)
        if len(others) < len(self.pinned):
            return Remembered(others, self.recent)
        return Remembered((customer_id, *others)[:PINNED_AT_MOST], self.recent)


class RememberedCustomers:
    """Reads and changes what is remembered. Without a file, it lasts as long as the program."""

    def __init__(self, file: Path | None = None, *, keep_recent: bool = True) -> None:
        """`keep_recent`: whether opened customers are remembered; pinned ones are, in any case."""
        self.file = file
        self.keep_recent = keep_recent
        self._known: dict[str, Remembered] = {}

    def of(self, project: str) -> Remembered:
        """What is remembered of a project. Raises FilesError where the file can't be read."""
        if self.file is not None:
            content = read_plain(self.file)
            if content is not None:
                self._known = _parsed(content)
        return self._known.get(project, Remembered())

    def opened(self, project: str, customer_id: str) -> None:
        """Remember that a customer has been opened. Raises FilesError."""
        if self.keep_recent:
            self._change(project, lambda before: before.with_opened(customer_id))

    def turn_pin(self, project: str, customer_id: str) -> bool:
        """Pin a customer or take the pin off; whether it is pinned now. Raises FilesError."""
        after = self._change(project, lambda before: before.with_pin_turned(customer_id))
        return customer_id in after.pinned

    def _change(self, project: str, change: Callable[[Remembered], Remembered]) -> Remembered:
        if self.file is None:
            self._known[project] = change(self.of(project))
            return self._known[project]
        private_directory(self.file.parent)
        with locked(self.file):
            after = change(self.of(project))
            self._known[project] = after
            write_atomically(self.file, _written(self._known))
        return after


def _parsed(data: bytes) -> dict[str, Remembered]:
    """What a file holds; nothing where it is damaged, for it is a convenience and no record."""
    try:
        projects = json.loads(data)["projects"]
        return {
            str(key): Remembered(_ids(one.get("pinned")), _ids(one.get("recent")))
            for key, one in projects.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _ids(value: Any) -> tuple[str, ...]:
    return tuple(one for one in value or () if isinstance(one, str))


def _written(known: dict[str, Remembered]) -> bytes:
    projects = {
        key: {"pinned": list(one.pinned), "recent": list(one.recent)} for key, one in known.items()
    }
    document = {"version": _VERSION, "projects": projects}
    return json.dumps(document, indent=1).encode("ascii") + b"\n"
