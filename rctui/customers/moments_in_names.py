"""An instant in a file name: sorts as it should, and holds no character that a path minds."""

from __future__ import annotations

from datetime import UTC

from rctui.text.moments import moment


def stamp(ms: int) -> str:
    """`20261203-091400`, in UTC; the bare number beyond the calendar."""
    when = moment(ms, UTC)
    return f"{when:%Y%m%d-%H%M%S}" if when else str(ms)
