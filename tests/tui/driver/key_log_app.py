"""A program to be run in a pseudo-terminal: shows each key, paste and size it is given."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events


class KeyLogApp(App[None]):
    """Writes what arrives below one another; every letter but `z` would be an action."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [(letter, "act", letter) for letter in "abcdefgrtumxn"]

    def compose(self) -> ComposeResult:
        yield Static("ready", id="log")

    def tell(self, words: str) -> None:
        log = self.query_one("#log", Static)
        log.update(f"{log.content}\n{words}")

    def action_act(self) -> None:
        self.tell("ACTED")

    def on_key(self, event: events.Key) -> None:
        self.tell(f"<{event.key}>")
        if event.key == "q":
            self.exit(return_code=3)

    def on_paste(self, event: events.Paste) -> None:
        self.tell(f"<paste {event.text}>")

    def on_resize(self, event: events.Resize) -> None:
        self.tell(f"<{event.size.width}x{event.size.height}>")


if __name__ == "__main__":
    if "--ignore-hang-up" in sys.argv:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    module, _, name = sys.argv[1].partition(":")
    app = KeyLogApp(driver_class=getattr(import_module(module), name))
    app.run(mouse="--mouse" in sys.argv)
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    # What a terminal that is gone did not take would be tried once more, and end with 120.
    os._exit(app.return_code or 0)
