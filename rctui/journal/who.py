"""Who writes into the journal."""

from __future__ import annotations

import getpass
import os
import socket
from dataclasses import dataclass

from rctui import __version__


@dataclass(frozen=True, slots=True)
class Who:
    """A person at a machine, in one run of the program."""

    user: str
    host: str
    pid: int
    program: str = __version__

    @classmethod
    def here(cls) -> Who:
        """Whoever runs this process. Nothing is asked over the network."""
        return cls(_user(), socket.gethostname(), os.getpid())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no variable says it, and the machine has no such account
        return f"uid {os.getuid()}"
