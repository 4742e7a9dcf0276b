"""Terminals that are odd, change, stop or go, and what else happens to a process."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest

from rctui.demo.identity import DEMO_API_KEY
from rctui.tui.screens.customer import CustomerScreen
from tests.command_line import rctui
from tests.program.started import (
    DOWN,
    ESC,
    assert_left_as_found,
    environment,
    leave_at_once,
    started,
)
from tests.program.test_over_a_line import configured
from tests.reliability.stream import assert_only_ours
from tests.reliability.terminal_input import ODD_BYTES
from tests.simulated import running_demo
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pseudo_terminal import PseudoTerminal

STORM: Final = (
    (1, 1), (400, 200), (20, 5), (59, 16), (60, 15), (2, 200), (300, 3), (61, 17), (120, 40),
)  # fmt: skip
COLOUR: Final = {*map(str, (*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108))),
                 "38", "48"}  # fmt: skip


def test_a_storm_of_sizes_from_one_cell_up_loses_no_data_and_no_key(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        for columns, lines in STORM * 3:
            terminal.resize(columns, lines)
        terminal.wait_for("Has pro until", "> pro")
        terminal.resize(40, 10)
        terminal.wait_for("terminal too small: 40x10, needs 60x16")
        terminal.send(DOWN)
        terminal.resize(80, 24)
        terminal.wait_for("Has pro until", "> legacy")
        leave_at_once(terminal)


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_draws_nothing_gets_one_line_without_a_sequence(
    term: str, tmp_path: Path
) -> None:
    with started(tmp_path, "demo", TERM=term) as terminal:
        assert terminal.wait_for_end() == 2
        written = bytes(terminal.written).decode()
    assert "\x1b" not in written
    assert "rctui find --demo TEXT" in written


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_plain_locale_is_no_hindrance(locale: str, tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", LANG=locale, LC_ALL=locale) as terminal:
        terminal.wait_for("Has pro until", "> pro")
        leave_at_once(terminal)
        assert "\\u" not in terminal.written.decode()


def test_a_locale_of_ascii_alone_has_every_character_escaped_and_prints_on(tmp_path: Path) -> None:
    more = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    shown = rctui(tmp_path, "show", "--demo", "hostile_text", **more)
    assert shown.code == 0
    assert shown.out.isascii()
    assert "\\u2420" in shown.out or "\\u241b" in shown.out


def test_without_colours_not_one_is_sent_from_the_first_byte_on(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42", NO_COLOR="1") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        leave_at_once(terminal)
        sent = bytes(terminal.written).decode()
    looks = [part for style in sent.split("\x1b[")[1:] if (part := style.split("m")[0])]
    looks = [look for look in looks if all(one in "0123456789;" for one in look)]
    assert looks
    assert not {code for look in looks for code in look.split(";")} & COLOUR


@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_stream_that_is_no_terminal_is_refused_with_a_line(closed: str, tmp_path: Path) -> None:
    main, inner = os.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "rctui", "demo"],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL if closed == "stdin" else inner,
        stdout=subprocess.PIPE if closed == "stdout" else inner,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(main)
    os.close(inner)
    assert ended.returncode == 2
    assert b"Input or output is not a terminal." in ended.stderr
    assert b"\x1b" not in ended.stderr + (ended.stdout or b"")


def test_bytes_that_are_no_text_end_nothing(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        for name, data in ODD_BYTES.items():
            if not name.startswith(("window", "nothing")):  # sizes are believed, controls are keys
                terminal.send(data)
        terminal.send("5")
        terminal.wait_for(" 5[", "$displayName")
        leave_at_once(terminal)
        assert_only_ours(bytes(terminal.written))


def test_suspended_resized_and_resumed_it_is_drawn_anew(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        pid = terminal.process.pid
        os.kill(pid, signal.SIGTSTP)
        _wait_until_stopped(pid)
        terminal.resize(120, 40)
        before = len(terminal.written)
        os.kill(pid, signal.SIGCONT)
        terminal.wait_until(
            lambda text: len(terminal.written) > before and "Has pro until" in text, "drawn anew"
        )
        terminal.send(DOWN)
        terminal.wait_for("> legacy")
        leave_at_once(terminal)


def _wait_until_stopped(pid: int) -> None:
    _, status = os.waitpid(pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)


@contextmanager
def hung_up(terminal: PseudoTerminal) -> Iterator[None]:
    """The terminal is gone."""
    terminal.freeze()
    terminal.send(DOWN)
    terminal._reader.join()  # it has seen the row below, and lets go of the terminal
    terminal.hang_up()
    yield


IGNORING = (
    "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
    "from rctui.cli.main import run; sys.argv = ['rctui', 'demo', 'user_42']; run()"
)


def test_a_terminal_that_goes_while_sighup_is_ignored_ends_it_all_the_same(tmp_path: Path) -> None:
    from tests.pseudo_terminal import PseudoTerminal

    argv = [sys.executable, "-c", IGNORING]
    with PseudoTerminal(argv, environment=environment(tmp_path)) as terminal:
        terminal.wait_for("Has pro until", "> pro")
        with hung_up(terminal):
            assert terminal.process.wait(120) in {129, -signal.SIGHUP}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_every_signal_leaves_the_terminal_as_it_was(number: signal.Signals, tmp_path: Path) -> None:
    with started(tmp_path, "demo", "user_42") as terminal:
        terminal.wait_for("Has pro until", "> pro")
        os.kill(terminal.process.pid, number)
        assert terminal.wait_for_end() == 128 + number
        assert_left_as_found(terminal)


BREAKS = """
import sys
import {module} as module
def breaks(*arguments, **options):
    if threading:
        raise {error}
import threading
setattr(module.{owner}, {name!r}, breaks)
from rctui.cli.main import main
sys.exit(main(["demo", "user_42"]))
"""
PLACES: Final = {
    "compose": ("rctui.tui.screens.customer", "CustomerScreen", "compose"),
    "render": ("rctui.tui.widgets.verdict_line", "VerdictLine", "render"),
    "worker": ("rctui.api.reader", "CustomerReader", "get_customer"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_bug_anywhere_ends_with_1_and_a_terminal_as_it_was(place: str, tmp_path: Path) -> None:
    from tests.pseudo_terminal import PseudoTerminal

    module, owner, name = PLACES[place]
    error = f"ZeroDivisionError('a value: {DEMO_API_KEY}')"
    code = BREAKS.format(module=module, owner=owner, name=name, error=error)
    with PseudoTerminal(
        [sys.executable, "-c", code], environment=environment(tmp_path)
    ) as terminal:
        assert terminal.wait_for_end() == 1
        assert_left_as_found(terminal)
        written = terminal.written.decode()
    assert "rctui stopped on an error of its own" in written
    assert "ZeroDivisionError" in written
    assert "a value" not in written


def test_two_programs_write_one_journal(tmp_path: Path) -> None:
    with running_demo() as (base_url, app):
        configured(tmp_path, base_url)
        with (
            started(tmp_path, "user_42", RC_ACME_KEY=DEMO_API_KEY) as one,
            started(tmp_path, "goodwill_month", RC_ACME_KEY=DEMO_API_KEY) as other,
        ):
            for number, terminal in enumerate((one, other)):
                terminal.wait_for("| Customer", "as of")
                terminal.send("A")
                terminal.wait_for("Attributes of")
                terminal.send(f"nick=n{number}\r\r")
                terminal.wait_for("Run it in")
            for terminal in (one, other):
                terminal.press_until("y", lambda text: "Run it in" not in text, "no review")
                # One press too many opens the copy menu, which esc closes.
                terminal.press_until(ESC, lambda text: "| Customer" in text, "the customer")
            for terminal in (one, other):
                leave_at_once(terminal)
        assert len(app.state.received.writes) == 2
    file = tmp_path / ".local" / "state" / "rctui" / "journal.jsonl"
    steps = [json.loads(line)["step"] for line in file.read_text().splitlines()]
    assert sorted(steps)[:2] == ["applied", "applied"]
    assert steps.count("attempted") == 2


WARNS = (
    "import sys, warnings; warnings.simplefilter('always');"
    "from rctui.tui.screens import customer;"
    "old = customer.CustomerScreen.compose;"
    "customer.CustomerScreen.compose ="
    " lambda self: (warnings.warn('PWNED', stacklevel=1), print('PWNED'), old(self))[2];"
    "from rctui.cli.main import main; sys.exit(main(['demo', 'user_42']))"
)


def test_warnings_and_prints_of_libraries_are_not_drawn_over_the_screen(tmp_path: Path) -> None:
    from tests.pseudo_terminal import PseudoTerminal

    with PseudoTerminal(
        [sys.executable, "-c", WARNS], environment=environment(tmp_path)
    ) as terminal:
        terminal.wait_for("Has pro until", "> pro")
        while_shown = terminal.text + terminal.written.decode()
        leave_at_once(terminal)
    assert "PWNED" not in while_shown


async def test_many_reloads_keep_no_more_in_memory() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:

        async def reloads(times: int) -> int:
            for _ in range(times):
                await operator.press("r")
                await operator.settles()
            gc.collect()
            return len(gc.get_objects())

        await reloads(10)
        counts = [await reloads(20) for _ in range(4)]
        # Whatever else this process still lets go of counts too: the steadiest stretch tells.
        growth = min(after - before for before, after in pairwise(counts))
        assert growth < 300, "one row kept of each reload would be more"
        assert sum(isinstance(one, CustomerScreen) for one in operator.app.screen_stack) == 1
