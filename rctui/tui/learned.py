"""What screens are told when names have been learned."""

from __future__ import annotations

from textual.message import Message


class NamesLearned(Message):
    """More ids have names than before: what is on screen may say them."""
