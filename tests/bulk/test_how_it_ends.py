"""A run of `rctui bulk` ends with a code that tells a refusal from what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo import effects
from rctui.errors import ExitCode
from tests.bulk.test_killed import Shift, a_shift_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="shift")
def three_customers(tmp_path: Path) -> Iterator[Shift]:
    for shift in a_shift_with(tmp_path, 3):
        with shift.list.open("a") as listed:
            listed.write("\nnobody_at_all,GLD,5,\n")
        yield shift


def test_a_refused_row_is_an_error_and_nothing_of_it_is_left(shift: Shift) -> None:
    planned = shift.run("plan", str(shift.list))
    assert "row 4 nobody_at_all: LEFT OUT: There is no customer" in planned.out
    shift.app.state.faults.add(effects.failed(400), method="POST", nth=2)
    ended = shift.run("apply", shift.plan, "--yes", "3")
    assert ended.code == ExitCode.ERROR, ended.err
    told = ended.out.splitlines()[0]
    assert sorted(told.split(", ")) == ["1 left out", "1 refused", "2 applied"]
    states = sorted(row["state"] for row in shift.result)
    assert states == ["applied", "applied", "left out", "refused"]
    again = shift.run("resume", shift.plan, "--yes", "1")
    assert again.out.splitlines()[:2] == ["Nothing was left to send.", told]
    assert again.code == ExitCode.ERROR


def test_a_row_that_the_plan_left_out_is_no_error(shift: Shift) -> None:
    shift.run("plan", str(shift.list))
    ended = shift.run("apply", shift.plan, "--yes", "3")
    assert ended.code == ExitCode.OK
    assert "3 applied" in ended.out


def test_what_is_wrong_with_every_row_is_said_once(shift: Shift) -> None:
    shift.list.write_text("\n".join(shift.customers))
    refused = shift.run("plan", str(shift.list), "--grant", "entl x=7d")
    assert refused.code == ExitCode.USAGE
    assert refused.err.count("\n") == 1
    assert shift.app.state.received.writes == []


def test_a_plan_of_which_no_row_can_be_sent_is_refused(shift: Shift) -> None:
    shift.list.write_text("nobody_at_all\n")
    planned = shift.run("plan", str(shift.list), "--credit", "GLD=5")
    assert "None of 1 rows can be sent; nothing has been sent yet." in planned.out
    refused = shift.run("apply", shift.plan, "--yes", "1")
    assert refused.code == ExitCode.USAGE
    assert "all are left out" in refused.err
