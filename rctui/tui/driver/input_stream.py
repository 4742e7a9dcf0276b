"""From bytes of the terminal to Textual's messages: decode, guard, parse."""

from __future__ import annotations

from codecs import getincrementaldecoder, register_error
from typing import TYPE_CHECKING, Final

from textual import constants
from textual._xterm_parser import XTermParser

from rctui.tui.driver.input_guard import InputGuard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

_decoder: Final = getincrementaldecoder("utf-8")
_ERRORS: Final = "rctui-keyboard"


def _no_text(error: UnicodeError) -> tuple[str, int]:
    """U+FFFD, but a lone byte of C1 as itself: an answer may begin with one, as with ESC [."""
    assert isinstance(error, UnicodeDecodeError)
    found = error.object[error.start : error.end]
    is_control = len(found) == 1 and 0x80 <= found[0] < 0xA0
    return chr(found[0]) if is_control else "\ufffd", error.end


register_error(_ERRORS, _no_text)


class InputStream:
    """Reads keys, pastes, mouse and reports from a terminal's bytes.

    Bytes that are not UTF-8 become U+FFFD, or the control that they are. Times are seconds of any
    steady clock.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self._decoder = _decoder(_ERRORS)
        self._guard = InputGuard(constants.ESCAPE_DELAY)
        self._parser = _Parser(debug)
        self._last_read = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether time alone may bring a message."""
        return self._guard.is_waiting or self._parser.is_waiting

    def read(self, data: bytes, now: float) -> Iterable[Message]:
        """The messages that `data` completes, in order."""
        yield from self.tick(now)
        text = self._guard.feed(self._decoder.decode(data), now)
        if text:
            yield from self._parser.feed(text)
        self._last_read = now

    def tick(self, now: float) -> Iterable[Message]:
        """The messages that nothing but waiting brings, such as a lone `esc`."""
        if typed := self._guard.expire(now):
            yield from self._parser.feed(typed)
            yield from self._parser.expire()
        elif self._parser.is_waiting and now - self._last_read >= constants.ESCAPE_DELAY:
            yield from self._parser.expire()

    def close(self) -> None:
        """Let go of Textual's key log, if there is one."""
        if not self._parser.is_eof:
            list(self._parser.feed(""))


class _Parser(XTermParser):
    """Textual's parser, which can be told that its own waiting is over."""

    @property
    def is_waiting(self) -> bool:
        return self._timeout_time is not None

    def expire(self) -> Iterable[Message]:
        """Make keys of a sequence begun, since the guard has waited for its rest already."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
        yield from self.tick()
