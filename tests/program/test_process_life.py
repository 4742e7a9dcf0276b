"""However the program ends, what was sent is in the journal, and the next start says so."""

from __future__ import annotations

import json
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import answer_held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.demo.identity import DEMO_API_KEY
from tests.program.started import ENTER, started, to_the_list
from tests.program.test_over_a_line import configured
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.demo.server import SimulatedService
    from tests.pseudo_terminal import PseudoTerminal

ANN = "user_42"


def journal_of(home: Path) -> list[dict[str, object]]:
    file = home / ".local" / "state" / "rctui" / "journal.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()]


def steps_of(home: Path) -> list[object]:
    return [line["step"] for line in journal_of(home)]


@contextmanager
def crediting(home: Path, hold: Hold) -> Iterator[tuple[PseudoTerminal, SimulatedService]]:
    """The program, a credit of 500 sent and carried out, and its answer held back."""
    faults = Faults()
    faults.add(answer_held(hold), operation="create_currency_transaction", times=1)
    with running_demo(demo_app(faults=faults)) as (base_url, app):
        configured(home, base_url)
        with started(home, ANN, RC_ACME_KEY=DEMO_API_KEY) as terminal:
            terminal.wait_for("will not renew")
            terminal.send("C")
            terminal.wait_for("Amounts")
            terminal.send(f"GLD+500{ENTER}{ENTER}T-77{ENTER}")
            terminal.wait_for("Run it in")
            terminal.press_until("y", lambda text: "Run it in" not in text, "no review")
            hold.wait_until_reached()
            yield terminal, app


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_write_in_flight_outlives_the_screen(number: signal.Signals, tmp_path: Path) -> None:
    hold = Hold()
    with crediting(tmp_path, hold) as (terminal, app):
        os.kill(terminal.process.pid, number)
        hold.release()
        assert terminal.wait_for_end() == 128 + number
        assert terminal.restored
        assert app.state.world.find(ANN).balances["GLD"] == 580
    assert "applied" in steps_of(tmp_path)


def test_after_sigkill_the_same_key_makes_it_exactly_once(tmp_path: Path) -> None:
    hold = Hold()
    with crediting(tmp_path, hold) as (terminal, app):
        terminal.process.kill()
        terminal.wait_for_end()
        hold.release()
        assert steps_of(tmp_path) == ["attempted"]
        with started(tmp_path, RC_ACME_KEY=DEMO_API_KEY) as again:
            again.wait_for("1 UNCONFIRMED (h)")
            to_the_list(again)
            again.send("h")
            again.wait_for("no end known", "T-77")
            again.send("S")
            again.wait_for("with the same key")
            # Until the review is gone and no longer: there `y` is another key.
            again.press_until("y", lambda text: "with the same key" not in text, "no review")
            again.wait_for("Sent again: applied")
            again.send("\x11")
            assert again.wait_for_end() == 0
        assert app.state.world.find(ANN).balances["GLD"] == 580
        keys = {one.idempotency_key for one in app.state.received.writes}
        assert len(keys) == 1
    assert steps_of(tmp_path)[:3] == ["attempted", "sent-again", "applied"]


def test_a_frozen_terminal_does_not_keep_it_alive(tmp_path: Path) -> None:
    hold = Hold()
    with crediting(tmp_path, hold) as (terminal, _):
        terminal.freeze()
        # Every resize paints all of it, until the line is full and nothing more gets out.
        for columns in (70, 90) * 40:
            terminal.resize(columns, 24)
        hold.release()
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.process.wait(60) == 143
    assert "applied" in steps_of(tmp_path)


def test_a_hang_up_ends_it_and_the_outcome_is_written_down(tmp_path: Path) -> None:
    hold = Hold()
    with crediting(tmp_path, hold) as (terminal, _):
        hold.release()
        terminal.freeze()
        terminal.hang_up()
        assert terminal.process.wait(60) == 129
    assert "applied" in steps_of(tmp_path)
