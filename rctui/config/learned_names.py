"""Names that were learned from a project's catalogue, kept so that they are asked for once a day.

One small JSON file a project, in the cache folder: it can be deleted at any time. A file that
makes no sense counts as none.
"""

from __future__ import annotations

import json
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rctui.files.atomic import write_atomically
from rctui.files.directories import private_directory
from rctui.files.reading import read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_VERSION: Final = 1
FRESH_MS: Final = 24 * 3_600_000
"""Younger names are not asked for again."""


class LearnedNames(NamedTuple):
    """What was learned of one project, and when."""

    names: Mapping[str, str] = MappingProxyType({})
    """By id."""
    titles: Mapping[str, str] = MappingProxyType({})
    """The names for people, where they are something else."""
    at_ms: int = 0
    """When the catalogue was read, in ms since the epoch; 0 is never."""
    needs: tuple[str, ...] = ()
    """The permissions that the key lacked then. May hold outside text."""

    def is_fresh(self, now_ms: int) -> bool:
        """Whether they are young enough; a clock that went back makes them old."""
        return 0 <= now_ms - self.at_ms < FRESH_MS


_NONE: Final = LearnedNames()


class NamesCache:
    """The folder of learned names; without one they last as long as the program.

    May be used from several threads: what was learned last is kept in memory too.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._known: dict[tuple[str, str], LearnedNames] = {}
        self._lock = Lock()

    def of(self, origin: str, project_id: str) -> LearnedNames:
        """What is known of a project. Raises FilesError where the file can't be read."""
        project = origin, project_id
        with self._lock:
            if self.folder is not None:
                content = read_plain(self._file(*project))
                self._known[project] = LearnedNames() if content is None else _parsed(content)
            return self._known.get(project, _NONE)

    def now(self, origin: str, project_id: str) -> LearnedNames:
        """What this run knows of a project, without a look at the disk."""
        return self._known.get((origin, project_id), _NONE)

    def keep(self, origin: str, project_id: str, learned: LearnedNames) -> None:
        """Remember what the catalogue says, beside other names that are known already.

        Raises FilesError, and then this run knows it all the same.
        """
        project = origin, project_id
        with self._lock:
            before = self._known.get(project, _NONE)
            names, titles = {**before.names, **learned.names}, {**before.titles, **learned.titles}
            self._save(project, learned._replace(names=names, titles=titles))

    def learn(self, origin: str, project_id: str, names: Mapping[str, str]) -> None:
        """Remember names that were met elsewhere. Writes nothing where all are known already.

        Raises FilesError, and then this run knows them all the same.
        """
        project = origin, project_id
        with self._lock:
            before = self._known.get(project, _NONE)
            if any(before.names.get(id_) != name for id_, name in names.items()):
                self._save(project, before._replace(names={**before.names, **names}))

    def _save(self, project: tuple[str, str], learned: LearnedNames) -> None:
        self._known[project] = learned
        if self.folder is None:
            return
        private_directory(self.folder)
        told: dict[str, Any] = {"version": _VERSION, "at_ms": learned.at_ms}
        told |= {"names": dict(learned.names), "titles": dict(learned.titles)}
        told |= {"needs": list(learned.needs)}
        write_atomically(self._file(*project), json.dumps(told).encode("ascii"))

    def _file(self, origin: str, project_id: str) -> Path:
        assert self.folder is not None
        return self.folder / f"names-{_slug(origin, project_id)}.json"


def _slug(origin: str, project_id: str) -> str:
    """Two servers may have a project of one id."""
    import hashlib

    return hashlib.sha256(f"{origin}\n{project_id}".encode()).hexdigest()[:16]


def _parsed(content: bytes) -> LearnedNames:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return LearnedNames()
    if not isinstance(told, dict) or told.get("version") != _VERSION:
        return LearnedNames()
    at_ms = told.get("at_ms")
    when = at_ms if isinstance(at_ms, int) and not isinstance(at_ms, bool) else 0
    needs = told.get("needs")
    lacks = tuple(str(one) for one in needs) if isinstance(needs, list) else ()
    return LearnedNames(_texts(told.get("names")), _texts(told.get("titles")), when, lacks)


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: name for key, name in value.items() if isinstance(name, str)}
