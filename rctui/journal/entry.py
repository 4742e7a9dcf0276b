"""One line of the journal: versioned JSON, escaped so that any tool reads it as one line.

Nothing secret is in it: no API key, and of the customer only what the change is about.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final

from rctui.journal.states import Step

if TYPE_CHECKING:
    from rctui.journal.place import Place
    from rctui.journal.who import Who

VERSION: Final = 1
"""The layout of a line. A line of another version is kept aside, never rewritten."""


class NotAnEntry(Exception):
    """A line that is no entry. `version` is that of a newer program, or `None`."""

    def __init__(self, version: object = None) -> None:
        super().__init__("no entry")
        self.version = version


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What happened to one change at one moment. Empty fields are not written."""

    id: str
    """Shared by all lines of one change."""
    step: Step
    time_ms: int
    """When, in ms since the epoch."""
    user: str = ""
    host: str = ""
    pid: int = 0
    program: str = ""
    """The version of rctui."""
    project: str = ""
    """What the configuration calls the project."""
    project_id: str = ""
    origin: str = ""
    """Where the API was: scheme, host and port of the base_url."""
    customer_id: str = ""
    change: Mapping[str, Any] = field(default_factory=dict)
    """The change in the form that it can be made again from."""
    summary: str = ""
    """The change in words."""
    ticket: str = ""
    reason: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    """What a look at the customer showed before."""
    observed: Mapping[str, Any] = field(default_factory=dict)
    """What a look showed afterwards."""
    request_id: str = ""
    status: int = 0
    """The HTTP status; 0 where there was no answer."""
    idempotency_key: str = ""
    evidence: str = ""
    """In words, why the change counts as what the step says."""
    verdict: str = ""
    """What a person decided: `applied` or `not-applied`."""
    recovery_file: str = ""
    """Where the customer was saved before."""
    reverses: str = ""
    """The id of the operation that it takes back."""

    def at(self, time_ms: int, who: Who) -> JournalEntry:
        """This entry, said by someone at a moment."""
        return replace(
            self, time_ms=time_ms, user=who.user, host=who.host, pid=who.pid, program=who.program
        )

    def in_place(self, place: Place) -> JournalEntry:
        """This entry, for one project."""
        return replace(
            self, project=place.project, project_id=place.project_id, origin=place.origin
        )

    def line(self) -> bytes:
        """The line, with its end."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        told = {name: value for name, value in values.items() if value or name == "time_ms"}
        text = json.dumps({"version": VERSION} | told, separators=(",", ":"), default=dict)
        # DEL is the one control character that JSON leaves as it is.
        return text.replace("\x7f", "\\u007f").encode("ascii") + b"\n"


def entry_in(line: bytes) -> JournalEntry:
    """The entry that a line holds. Raises NotAnEntry. Fields that are not known are left out."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise NotAnEntry from None
    if not isinstance(value, dict):
        raise NotAnEntry
    version = value.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NotAnEntry(version)
    if version != VERSION:
        raise NotAnEntry
    return _entry(value)


_TYPES: Final[Mapping[str, type]] = {
    "str": str, "int": int, "Step": str, "Mapping[str, Any]": Mapping,
}  # fmt: skip


def _entry(value: dict[str, Any]) -> JournalEntry:
    known = {one.name: _TYPES[str(one.type)] for one in fields(JournalEntry)}
    told = {name: value[name] for name in known if name in value}
    if not all(_fits(told[name], known[name]) for name in told) or not value.get("id"):
        raise NotAnEntry
    try:
        return JournalEntry(**{**told, "step": Step(str(value.get("step")))})
    except (ValueError, TypeError):
        raise NotAnEntry from None


def _fits(value: object, kind: type) -> bool:
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))
