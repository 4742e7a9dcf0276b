"""What screens are told about own writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from rctui.worker.writing import WriteAnswer


@dataclass
class WriteSeen(Message, bubble=False):
    """A write has ended: a screen that shows the customer loads anew what it changed."""

    answer: WriteAnswer


class JournalChanged(Message, bubble=False):
    """The journal has another line."""
