"""Which project of which server a change was for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from rctui.journal.entry import JournalEntry


@dataclass(frozen=True, slots=True)
class Place:
    """A project, by what the configuration calls it and by what the server does."""

    project: str
    project_id: str
    origin: str

    @classmethod
    def at(cls, project: str, project_id: str, base_url: str) -> Place:
        """The place that a configured project is."""
        parts = urlsplit(base_url)
        return cls(project, project_id, f"{parts.scheme}://{parts.netloc}")

    def holds(self, entry: JournalEntry) -> bool:
        """Whether a change was for this project, whatever it was called then."""
        return (self.project_id, self.origin) == (entry.project_id, entry.origin)
