"""One row of the table of what rctui must survive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Runs = Literal["default", "soak", "terminals", "not planned"]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that happens, what rctui does then, and which tests show it."""

    number: int
    says: str
    """What happens and what must come of it."""
    runs: Runs
    """In every test run, on demand under a marker, or not at all."""
    shown_by: tuple[str, ...] = ()
    """`tests/path.py::test_name`, without parameters; none for what is not planned."""
    reason: str = ""
    """Why it is not planned, or what the tests leave out."""
