"""`rctui bulk` as its own output says to use it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from rctui.errors import ExitCode
from tests.command_line import rctui

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_that_a_plan_proposes_sends_it(tmp_path: Path) -> None:
    ids = tmp_path / "ids.txt"
    ids.write_text("user_42\nkim_phone\nnobody_at_all\n")
    planned = rctui(tmp_path, "bulk", "plan", str(ids), "--demo", "--credit", "GLD=5")
    assert planned.code == ExitCode.OK, planned.err
    [proposed] = [line for line in planned.out.splitlines() if line.startswith("To send it: ")]
    command, *arguments = shlex.split(proposed.removeprefix("To send it: "))
    assert command == "rctui"
    sent = rctui(tmp_path, *arguments)
    assert "2 applied" in sent.out, sent.err
    assert "The demo forgets all of it now" in sent.err
    result = (tmp_path / "ids.txt.result.csv").read_text()
    assert result.count("applied") == 2
