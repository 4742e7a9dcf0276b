"""`rctui` in a real terminal, with a home of its own; whatever it wrote is searched for keys."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rctui.demo.identity import CUSTOMERS_ONLY_KEY, DEMO_API_KEY, OTHER_PROJECT_KEY, READ_ONLY_KEY
from tests.pseudo_terminal import PseudoTerminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES: Final = [(80, 24), (120, 40)]
ESC: Final = "\x1b"
ENTER: Final = "\r"
DOWN: Final = "\x1b[B"

_KEYS: Final = {
    DEMO_API_KEY: DEMO_API_KEY[-8:],
    READ_ONLY_KEY: "demo_read_only",
    CUSTOMERS_ONLY_KEY: "demo_customers_only",
    OTHER_PROJECT_KEY: "demo_other_project",
}
"""Each key with its end; the ends of the last three are words that may be shown, so more of it."""
_COPIED: Final = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)")
_MOVES_AND_STYLES: Final = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
_SERVED: Final = re.compile(r'base_url = "(\S+)"')

OFF_AT_THE_END: Final = {
    "alternate screen": b"?1049",
    "bracketed paste": b"?2004",
    "mouse": b"?1000",
    "all mouse movements": b"?1003",
    "focus reports": b"?1004",
    "synchronised output": b"?2026",
}


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of this machine's environment but where programs are."""
    return {
        "HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        **more,
    }


@contextmanager
def started(
    home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **more: str
) -> Iterator[PseudoTerminal]:
    """The program in a terminal of `size` columns and lines; `more` joins its environment."""
    argv = [sys.executable, "-m", "rctui", *arguments]
    columns, lines = size
    with PseudoTerminal(
        argv, columns=columns, lines=lines, environment=environment(home, **more)
    ) as terminal:
        yield terminal
    assert_no_key_in(bytes(terminal.written))


def to_the_list(terminal: PseudoTerminal, key: str = DOWN) -> None:
    """From Find's box to the list below; what is typed before that is seen may still be text."""
    terminal.wait_for("| Find", " customers: ")
    terminal.send(key)
    terminal.wait_until(lambda _: terminal.is_bold("> "), "the list's cursor, lit")


def leave(terminal: PseudoTerminal) -> None:
    """From Find, whatever its box holds, by the keyboard; and see that all is as it was."""
    to_the_list(terminal)
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert_left_as_found(terminal)


def leave_at_once(terminal: PseudoTerminal) -> None:
    """From anywhere, by ctrl+q."""
    terminal.send("\x11")
    assert terminal.wait_for_end() == 0
    assert_left_as_found(terminal)


def assert_left_as_found(terminal: PseudoTerminal) -> None:
    """The line's settings are back, the cursor shows, and every mode is off."""
    written = bytes(terminal.written)
    assert terminal.restored
    assert written.rfind(b"\x1b[?25h") > written.rfind(b"\x1b[?25l")
    for name, mode in OFF_AT_THE_END.items():
        on, off = written.rfind(b"\x1b[%bh" % mode), written.rfind(b"\x1b[%bl" % mode)
        assert off >= on, name


def assert_no_key_in(written: bytes) -> None:
    """No key of the demo: not in one piece, not encoded, not its end, not in what was copied."""
    copied = b" ".join(base64.b64decode(found) for found in _COPIED.findall(written))
    texts = (written, _MOVES_AND_STYLES.sub(b"", written), copied)
    for key, end in _KEYS.items():
        plain = key.encode()
        for secret in (plain, end.encode(), base64.b64encode(plain).rstrip(b"=")):
            assert all(secret not in text for text in texts), secret


@contextmanager
def served_demo(home: Path, *arguments: str) -> Iterator[str]:
    """`rctui demo --serve` on a free port, in a process of its own: the base URL it tells."""
    argv = [sys.executable, "-m", "rctui", "demo", "--serve", "127.0.0.1:0", *arguments]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True, env=environment(home)) as server:
        assert server.stdout is not None
        try:
            told = _SERVED.search(server.stdout.readline())
            assert told is not None
            yield told[1]
        finally:
            server.terminate()


def typed(text: str) -> str:
    """What is in Find's box; the switch for every project stands to the right of it."""
    return text.splitlines()[1].split("[ ]")[0].strip()
