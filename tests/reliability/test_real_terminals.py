"""The program in tmux and xterm, which really answer: no key comes of a text, columns stand.

On demand (`-m terminals`); pyte and a guard without a terminal are the short form of every run.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from rctui.demo.identity import DEMO_API_KEY
from tests.program.started import environment
from tests.program.test_over_a_line import configured
from tests.reliability.hostile_text import ASKING, MARKUP, UNSEEN, WIDE
from tests.reliability.hostile_world import PLAIN_ID, hostile_service
from tests.simulated import running_demo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.terminals
LIMIT_S: Final = 60.0
RCTUI: Final = f"{sys.executable} -m rctui"


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def waited_for(look: Callable[[], str], condition: Callable[[str], bool]) -> str:
    give_up = time.monotonic() + LIMIT_S
    while not condition(shown := look()):
        assert time.monotonic() < give_up, shown
        time.sleep(0.1)
    return shown


class Tmux:
    """A window of tmux, with a server of its own."""

    def __init__(self, home: Path, command: str, **more: str) -> None:
        self._socket = str(home / "tmux")
        self._environment = environment(home, **more)
        self.run("new-session", "-d", "-x", "120", "-y", "40", command)

    def run(self, *arguments: str) -> str:
        """One command of tmux."""
        return subprocess.run(
            ["tmux", "-f", "/dev/null", "-S", self._socket, *arguments],
            env=self._environment, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    def screen(self) -> str:
        """What is shown."""
        return self.run("capture-pane", "-p")

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.run("send-keys", *keys)


@contextmanager
def in_tmux(home: Path, texts: tuple[str, ...]) -> Iterator[tuple[Tmux, list[object]]]:
    with running_demo(hostile_service(0, texts)) as (base_url, app):
        configured(home, base_url)
        tmux = Tmux(home, f"{RCTUI} {PLAIN_ID}", RC_ACME_KEY=DEMO_API_KEY)
        try:
            waited_for(tmux.screen, lambda text: "| Customer" in text and "as of" in text)
            yield tmux, app.state.received.writes
        finally:
            tmux.run("kill-server")


def _is_open(tab: str, text: str) -> bool:
    return f" {tab}[" in text and "| Customer" in text


@needs("tmux")
def test_no_text_makes_tmux_press_a_key(tmp_path: Path) -> None:
    with in_tmux(tmp_path, tuple(ASKING.values())) as (tmux, writes):
        for tab in "123456789":
            tmux.press(tab)
            waited_for(tmux.screen, partial(_is_open, tab))
        assert writes == []


@needs("tmux")
def test_tmux_shows_columns_where_they_belong(tmp_path: Path) -> None:
    texts = (*WIDE.values(), *UNSEEN.values(), *MARKUP.values())
    with in_tmux(tmp_path, texts) as (tmux, _):
        tmux.press("5")
        text = waited_for(tmux.screen, lambda text: " 5[" in text and "VALUE" in text)
        lines = text.splitlines()
        head = next(n for n, line in enumerate(lines) if "ATTRIBUTE" in line)
        tmux.run("copy-mode")
        _, beside = column_of_line(tmux, head)
        assert abs(beside - lines[head].index("│")) <= 1
        for row in range(head + 1, 36):
            assert column_of_line(tmux, row) == (row, beside), lines[row]


def column_of_line(tmux: Tmux, row: int) -> tuple[int, int]:
    """Where tmux has the line between list and record, from the beginning of a row on."""
    tmux.run("send-keys", "-X", "top-line")
    if row:
        tmux.run("send-keys", "-X", "-N", str(row), "cursor-down")
    tmux.run("send-keys", "-X", "start-of-line")
    tmux.run("send-keys", "-X", "search-forward", "│")
    place = tmux.run("display-message", "-p", "#{copy_cursor_y} #{copy_cursor_x}").split()
    return int(place[0]), int(place[1])


@needs("xterm", "Xvfb")
def test_no_text_makes_xterm_press_a_key(tmp_path: Path) -> None:
    display = f":{90 + os.getpid() % 900}"
    with running_demo(hostile_service(0, tuple(ASKING.values()))) as (base_url, app):
        configured(tmp_path, base_url)
        typescript = tmp_path / "typescript"
        more = {"RC_ACME_KEY": DEMO_API_KEY, "DISPLAY": display}
        number = tmp_path / "number"
        command = f"echo $$ > {number}; exec {RCTUI} {PLAIN_ID}"
        shell = ["xterm", "-geometry", "120x40", "-e", "script", "-qfc", command, str(typescript)]
        with subprocess.Popen(["Xvfb", display], stderr=subprocess.DEVNULL) as server:
            socket = Path(f"/tmp/.X11-unix/X{display[1:]}")
            waited_for(lambda: "there" if socket.exists() else "", bool)
            with subprocess.Popen(shell, env=environment(tmp_path, **more)) as window:
                waited_for(
                    lambda: typescript.read_text(errors="replace") if typescript.exists() else "",
                    lambda text: "Customer" in text and "Entitlements" in text and "as of" in text,
                )
                time.sleep(2)  # the time in which an answer would have pressed something
                still = typescript.read_text(errors="replace")
                alive = window.poll() is None
                os.kill(int(number.read_text()), signal.SIGTERM)
                window.wait(LIMIT_S)
            server.terminate()
        assert app.state.received.writes == []
        for word in ("| Blocked", "| Projects", "Grant to", "Copy what?"):
            assert word not in still
        assert alive
