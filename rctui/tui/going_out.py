"""The moment between being told to end and the end: nothing that comes in it is an error."""

from __future__ import annotations

from textual.app import App
from textual.widget import MountError


class GoesOut(App[str]):
    """An application that ends in peace, whatever was still on its way.

    From `exit` on Textual refuses to mount a widget, with an error that ends the program as a bug
    does; a notice, or what was put off until the next paint, can come to that at any time.
    """

    def _handle_exception(self, error: Exception) -> None:
        if not (self._exit and isinstance(error, MountError)):
            super()._handle_exception(error)
