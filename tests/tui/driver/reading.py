"""Reads bytes as the terminal driver does, on a clock of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser

from rctui.tui.driver.input_stream import InputStream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

LONG_ENOUGH = 5.0
"""Seconds after which nothing is waited for any more."""


def messages(*pieces: bytes, pause: float = 0.0) -> list[str]:
    """What the pieces mean when each is read `pause` seconds after the one before."""
    stream = InputStream()
    now = 100.0
    read: list[Message] = []
    for piece in pieces:
        read += stream.read(piece, now)
        now += pause
    for _ in range(3):
        now += LONG_ENOUGH
        read += stream.tick(now)
    return told(read)


def by_textual_alone(data: bytes) -> list[str]:
    """What Textual's parser makes of the same bytes without a guard."""
    parser = XTermParser()
    return told([*(parser.feed(data.decode()) if data else ()), *parser.feed("")])


def told(read: Iterable[Message]) -> list[str]:
    return [_told(message) for message in read]


def _told(message: Message) -> str:
    if isinstance(message, events.Key):
        return f"key {message.key}"
    if isinstance(message, events.Paste):
        return f"paste {message.text}"
    if isinstance(message, events.Resize):
        return f"resize {message.size.width}x{message.size.height}"
    if isinstance(message, events.MouseEvent):
        return f"mouse {type(message).__name__} {message.x:g},{message.y:g}"
    return type(message).__name__
