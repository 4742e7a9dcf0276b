"""One search in several projects: who was found where, and which project could not be asked.

Each project is asked by a search of its own, so each keeps to its own six requests. A project
that fails says why and hides none of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rctui.customers.failure import Failure
    from rctui.customers.finding.find import Found
    from rctui.customers.finding.matches import Match


@dataclass(frozen=True, slots=True)
class InProject:
    """What one project has answered, or nothing yet."""

    key: str
    """What the configuration calls the project."""
    name: str
    found: Found | None = None
    failure: Failure | None = None

    @property
    def is_open(self) -> bool:
        """Whether its answer is still to come."""
        return self.found is None and self.failure is None

    @property
    def matches(self) -> tuple[Match, ...]:
        """Whom it knows."""
        return self.found.matches if self.found is not None else ()

    @property
    def words(self) -> SafeText:
        """The project and how it answered, in a line."""
        return phrase("{}: {}", safe(self.name), self._outcome)

    @property
    def _outcome(self) -> SafeText:
        if self.failure is not None:
            return phrase("FAILED: {}", self.failure.sentence)
        if self.is_open:
            return label("looking…")
        return phrase("{} found", len(self.matches)) if self.matches else label("none")


@dataclass(frozen=True, slots=True)
class FoundEverywhere:
    """One text looked for in several projects, as far as they have answered."""

    text: str
    projects: tuple[InProject, ...]
    """In the order of the configuration."""

    @classmethod
    def asked(cls, text: str, projects: Iterable[tuple[str, str]]) -> FoundEverywhere:
        """Before any answer; `projects` are keys and names."""
        return cls(text, tuple(InProject(key, name) for key, name in projects))

    def answered(
        self, key: str, found: Found | None = None, failure: Failure | None = None
    ) -> FoundEverywhere:
        """The same with the answer of one project."""
        rows = (
            replace(one, found=found, failure=failure) if one.key == key else one
            for one in self.projects
        )
        return replace(self, projects=tuple(rows))

    @property
    def matches(self) -> tuple[tuple[InProject, Match], ...]:
        """Every match with its project, project by project."""
        return tuple((one, match) for one in self.projects for match in one.matches)

    @property
    def is_open(self) -> bool:
        """Whether an answer is still to come."""
        return any(one.is_open for one in self.projects)

    @property
    def failed(self) -> tuple[InProject, ...]:
        """The projects that could not be asked, or not to the end."""
        return tuple(one for one in self.projects if one.failure is not None)

    @property
    def together(self) -> Found:
        """As if it were one search: the matches, and what was tried where."""
        from rctui.customers.finding.find import Found

        matches = tuple(match for _, match in self.matches)
        refused = next((one.found.refused for one in self.projects if one.found), ())
        return Found(self.text, matches, (), refused)


def told_lines(found: FoundEverywhere, at_most: int) -> Iterator[SafeText]:
    """A line for each project, those first that failed or are still to answer."""
    ordered = sorted(found.projects, key=lambda one: (one.failure is None, not one.is_open))
    lines = ordered if len(ordered) <= at_most else ordered[: at_most - 1]
    yield from (one.words for one in lines)
    if len(lines) < len(ordered):
        yield phrase("… and {} more projects", len(ordered) - len(lines))
