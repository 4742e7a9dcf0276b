"""The `rctui` command in a process of its own, with a home of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def rctui(home: Path, *arguments: str, **environment: str) -> Ended:
    """Run the command without a terminal and with nothing of this machine's environment."""
    ended = subprocess.run(
        [sys.executable, "-m", "rctui", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", **environment},
        timeout=60,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)
