"""A plan that is sent from the screen, killed half way, and resumed from the palette."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rctui.demo.effects import answer_held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.demo.identity import DEMO_API_KEY
from rctui.files.locks import locked
from tests.command_line import rctui
from tests.program.started import ENTER, ESC, started, to_the_list
from tests.program.test_over_a_line import configured
from tests.simulated import demo_app, running_demo
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pseudo_terminal import PseudoTerminal

COUNT = 14


def confirm(terminal: PseudoTerminal, count: int) -> None:
    """From a plan through its review."""
    terminal.send("S")
    terminal.wait_for(f"Type how many rows are sent: {count}")
    terminal.send(str(count))
    terminal.wait_for("It matches")
    terminal.press_until(ENTER, lambda text: f"Send {count} row" in text, "Cancel")
    terminal.press_until("y", lambda text: "Cancel" not in text, "no review")


def planned(terminal: PseudoTerminal, file: Path) -> None:
    """From Find to a plan of a credit for each id in a file."""
    to_the_list(terminal)
    terminal.send(":")
    terminal.wait_for("Commands")
    terminal.send("bulk")
    terminal.wait_for("The same change for a list")
    terminal.send(ENTER)
    terminal.wait_for("The same change for many customers")
    terminal.send(f"{file}{ENTER}credit GLD 50{ENTER}T-9{ENTER}")
    terminal.wait_for(f"{COUNT} to send", "kept in")


def test_after_a_kill_the_palette_resumes_and_each_balance_is_adjusted_once(
    tmp_path: Path,
) -> None:
    hold, faults = Hold(), Faults()
    faults.add(answer_held(hold), operation="create_currency_transaction", nth=6, times=3)
    app = demo_app(faults=faults)
    ids = [fresh(app.state.world) for _ in range(COUNT)]
    file = tmp_path / "ids.txt"
    file.write_text("\n".join(ids))
    with running_demo(app) as (base_url, _):
        configured(tmp_path, base_url)
        with started(tmp_path, RC_ACME_KEY=DEMO_API_KEY) as terminal:
            planned(terminal, file)
            confirm(terminal, COUNT)
            hold.wait_until_reached()
            terminal.wait_for("| plan ", "/14")
            [plan] = (tmp_path / ".local/state/rctui/bulk").glob("*.plan.json")
            other = rctui(
                tmp_path, "bulk", "resume", str(plan), "--yes", "1", RC_ACME_KEY=DEMO_API_KEY
            )
            assert "is changing" in other.err, "the screen holds the plan"
            terminal.process.kill()
            terminal.wait_for_end()
        hold.release()
        with started(tmp_path, RC_ACME_KEY=DEMO_API_KEY) as again:
            to_the_list(again)
            again.send(":")
            again.wait_for("Commands")
            again.send("resume ids")
            again.wait_for("Resume plan ids.txt (of ")
            again.send(ENTER)
            again.wait_for("Plan for ids.txt", "S sends what is left")
            left = re.search(r"(\d+) rows left", again.text)
            assert left is not None
            assert 0 < int(left[1]) < COUNT, "some were sent before, some not"
            confirm(again, int(left[1]))
            again.wait_for("14 applied", "Nothing is left to send")
            again.send(ESC)
            to_the_list(again, "")
            again.send(":")
            again.wait_for("Commands")
            again.send("resume plan (of")  # as it was offered while something was left
            again.wait_for("No command matches")
            again.send("\x11")
            assert again.wait_for_end() == 0
        balances = [app.state.world.find(one).balances["GLD"] for one in ids]
    assert balances == [50] * COUNT


def test_a_plan_that_another_program_sends_is_not_sent_from_here(tmp_path: Path) -> None:
    app = demo_app()
    ids = [fresh(app.state.world) for _ in range(COUNT)]
    file = tmp_path / "ids.txt"
    file.write_text("\n".join(ids))
    with running_demo(app) as (base_url, _):
        configured(tmp_path, base_url)
        with started(tmp_path, RC_ACME_KEY=DEMO_API_KEY) as terminal:
            planned(terminal, file)
            [plan] = (tmp_path / ".local/state/rctui/bulk").glob("*.plan.json")
            with locked(plan):
                confirm(terminal, COUNT)
                terminal.wait_for("Another rctui is sending this plan")
            assert app.state.received.writes == []
            confirm(terminal, COUNT)
            terminal.wait_for("14 applied")
            terminal.send("\x11")
            assert terminal.wait_for_end() == 0
