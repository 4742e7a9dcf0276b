"""What rctui concludes about a customer, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from rctui.text.safe_text import SafeText, label


class Access(Enum):
    """Whether a customer has access. A failed load is never evidence of absence."""

    YES = auto()
    NO = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence for the ticket, and the rows it rests on."""

    access: Access
    sentence: SafeText
    evidence: tuple[SafeText, ...]
    rule: str
    """Which rule spoke; kebab-case."""
    next_step: SafeText = label("")
    """What to do about it, or empty."""
