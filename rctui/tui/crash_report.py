"""What is kept of a bug: where it happened. No values, for those are customers' and keys.

Even an exception's own words can hold a value, so that only its type is kept.
"""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from rctui import __version__

if TYPE_CHECKING:
    from types import TracebackType


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places that led to a bug, the latest last, and what ran where."""
    frames = traceback.format_list(traceback.extract_tb(trace))
    ran = f"rctui {__version__}, Python {platform.python_version()}, {platform.system()}"
    return f"{ran}\n{''.join(frames)}{kind.__module__}.{kind.__qualname__}\n"
