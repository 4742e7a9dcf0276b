"""Whether there is a terminal to draw on."""

from __future__ import annotations

import sys

from rctui.errors import ExitCode, RctuiError

_DRAWS_NOTHING = ("", "dumb", "unknown")


class NoScreen(RctuiError):
    """The full-screen program can't run here."""

    exit_code: ExitCode = ExitCode.USAGE


def require_screen(term: str, *, demo: bool) -> None:
    """Refuse where nothing can be drawn, and name what to use instead. Raises NoScreen."""
    where = " --demo" if demo else ""
    hint = f"Use 'rctui find{where} TEXT' or 'rctui show{where} ID', which need no screen."
    streams = (sys.stdin, sys.stdout, sys.stderr)
    # A stream is None where whoever started the program had closed it.
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise NoScreen("Input or output is not a terminal.", hint=hint)
    if term in _DRAWS_NOTHING:
        raise NoScreen("This terminal (TERM) can't draw a screen.", hint=hint)
