"""What `rctui check` found out, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rctui.errors import ExitCode
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.text.width import fit


class State(StrEnum):
    """How a check ended."""

    WORKS = "works"
    NOT_ALLOWED = "not allowed"
    FAILED = "failed"
    NOT_TRIED = "not tried"
    FACT = "fact"
    """Nothing to judge."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was looked at."""

    group: str
    """`configuration`, `permission` or `terminal`."""
    subject: SafeText
    state: State
    words: SafeText = label("")


@dataclass(slots=True)
class CheckReport:
    """All rows so far, and the exit code that follows from them."""

    rows: list[CheckRow] = field(default_factory=list)
    exit_code: ExitCode = ExitCode.OK

    def add(self, group: str, subject: SafeText, state: State, words: SafeText = label("")) -> None:
        """Note one row."""
        self.rows.append(CheckRow(group, subject, state, words))

    def failed(self, group: str, subject: SafeText, words: SafeText, code: ExitCode) -> None:
        """Note what does not work; the first such row decides about the exit code."""
        self.add(group, subject, State.FAILED, words)
        self.exit_code = self.exit_code or code

    @property
    def lines(self) -> list[SafeText]:
        """The report for people: subject, state in words, and why."""
        width = max((len(row.subject) for row in self.rows), default=0)
        return [_line(row, width) for row in self.rows]

    @property
    def data(self) -> object:
        """The report for programs."""
        return {
            "ok": self.exit_code is ExitCode.OK,
            "checks": [
                {
                    "group": row.group,
                    "subject": row.subject.plain,
                    "state": row.state.value,
                    "words": row.words.plain,
                }
                for row in self.rows
            ],
        }


def _line(row: CheckRow, width: int) -> SafeText:
    state = safe("" if row.state is State.FACT else row.state.value)
    said = join(": ", [part for part in (state, row.words) if part.plain])
    return phrase("{}  {}", fit(row.subject, width), said)
