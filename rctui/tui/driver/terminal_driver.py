"""Textual's driver with a guard on the way in and one on the way out."""

from __future__ import annotations

import os
import selectors
import signal
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, cast

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from rctui.tui.driver.output_guard import is_control, safe_frame
from rctui.tui.driver.takes_over import TakesOver
from rctui.tui.driver.terminal_file import TerminalFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from io import TextIOWrapper

    from textual.app import App
    from textual.message import Message

    from rctui.tui.driver.input_stream import InputStream

HUNG_UP: Final = 129
"""Exit code when the terminal is gone, as a shell reports SIGHUP."""

ALTERNATE_SCREEN: Final = "\x1b[?1049h"
_READ_AT_MOST: Final = 4096
_IDLE_WAIT: Final = 0.1
_SHORT_WAIT: Final = 0.02
_LAYOUT_DONE: Final = 0.1
"""Seconds after which a new layout is mostly on screen, so that repainting costs few bytes."""


class TerminalDriver(LinuxDriver):
    """Sends whole frames, and reads the terminal without letting its answers become keys.

    Bytes that are not UTF-8 don't end the program, and a terminal that is gone ends it with
    code 129 instead of spinning. No control character inside text is sent.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self._file is not None:
            self._file = cast("TextIOWrapper", TerminalFile(self._file))
        app = self._app
        self._taken = app.taken if isinstance(app, TakesOver) else None
        self._wants_keys = app.wants_keys if isinstance(app, TakesOver) else None

    def redraw(self) -> None:
        """Draw the whole screen again, over whatever the terminal shows."""
        self._app.refresh()

    def start_application_mode(self) -> None:
        """Take the terminal, and be told of its size in the order in which it changes.

        Textual posts each size from within the signal handler. A second signal can interrupt
        the first handler, whose older size is then posted last and stays.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._taken is not None:
            self.attrs_before = self._taken.before
        signal.signal(signal.SIGWINCH, self._size_has_changed)

    def resume_application_mode(self) -> None:
        """Come back from suspension; Textual by itself repaints only what it thinks changed."""
        super().resume_application_mode()
        self._app.call_later(self._app.refresh)

    def process_message(self, message: Message) -> None:
        """Hand a message to the application; after a new size, repaint everything once.

        Textual repaints what the new size moved. A terminal that became narrow and wide again
        may have lost cells of which Textual thinks that they are still there.
        """
        super().process_message(message)
        if isinstance(message, events.Resize):
            self._loop.call_soon_threadsafe(self._repaint_soon)

    def write(self, data: str) -> None:
        """Send a frame, or a sequence that Textual sends apart from frames."""
        if data == ALTERNATE_SCREEN and self._is_on_screen():
            return  # entering it again would wipe the first frame away
        if is_control(data):
            self._write_control(data)
        else:
            self._write_frame(safe_frame(data))

    def _is_on_screen(self) -> bool:
        """Whether the first frame has switched the screen; from here on it is this driver's."""
        if self._taken is None or not self._taken.is_on_screen:
            return False
        self._taken.is_on_screen = False
        return True

    def _size_has_changed(self, *_: object) -> None:
        if not self._in_band_window_resize:
            self._loop.call_soon_threadsafe(self._send_size)

    def _send_size(self) -> None:
        size = Size(*self._get_terminal_size())
        self.process_message(events.Resize(size, size))

    def _repaint_soon(self) -> None:
        self._loop.call_later(_LAYOUT_DONE, self._app.refresh)

    def _write_control(self, data: str) -> None:
        super().write(data)

    def _write_frame(self, frame: str) -> None:
        # Whoever draws by differences does without.
        from rctui.tui.driver.frame_placing import placed

        super().write(placed(frame))

    def run_input_thread(self) -> None:
        """Read until told to stop; takes the place of Textual's loop."""
        self._wait_until_keys_are_wanted()
        # Nobody needs it before: the first screen is drawn sooner without it.
        from rctui.tui.driver.input_stream import InputStream

        stream = InputStream(debug=self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not self._read_once(selector, stream):
                    self._app.call_later(self._app.exit, None, HUNG_UP)
                    break
        stream.close()

    def _wait_until_keys_are_wanted(self) -> None:
        while self._wants_keys is not None and not self.exit_event.is_set():
            if self._wants_keys.wait(_IDLE_WAIT):
                return

    def _read_once(self, selector: selectors.BaseSelector, stream: InputStream) -> bool:
        """Wait a little for input and dispatch it; False when the terminal is gone."""
        ready = selector.select(_SHORT_WAIT if stream.is_waiting else _IDLE_WAIT)
        if not ready:
            self._dispatch(stream.tick(monotonic()))
            return True
        data = self._read()
        self._dispatch(stream.read(data, monotonic()))
        return bool(data)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_AT_MOST)
        except OSError:  # EIO: the other side of the pseudo-terminal is closed
            return b""

    def _dispatch(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


def redraw(app: App[Any]) -> None:
    """Draw everything again, over whatever other programs have written on the terminal."""
    if isinstance(app._driver, TerminalDriver):
        app._driver.redraw()
    else:
        app.refresh()
