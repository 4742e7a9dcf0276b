"""`rctui bulk` as a process: killed at any moment and resumed, each customer is credited once."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from rctui.clock import epoch_ms
from rctui.demo import effects
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from tests.command_line import Ended, rctui
from tests.simulated import demo_app, running_demo
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rctui.demo.effects import Effect
    from rctui.demo.server import SimulatedService

AMOUNT = 25
OUTCOME_UNKNOWN = 3


@dataclass
class Shift:
    """One operator's home, one server, one list of customers."""

    home: Path
    app: SimulatedService
    base_url: str
    customers: list[str]

    def __post_init__(self) -> None:
        self.list = self.home / "credits.csv"
        rows = [f"{one},GLD,{AMOUNT},T-{place}" for place, one in enumerate(self.customers)]
        self.list.write_text("\n".join(["customer_id,currency,amount,reference", *rows]))
        self.config = self.home / "config.toml"
        self.config.write_text(
            f'[projects.sim]\nproject_id = "{DEMO_PROJECT_ID}"\nbase_url = "{self.base_url}"\n'
            'api_key = { env = "SIM_KEY" }\n'
        )
        self.config.chmod(0o600)

    def run(self, *words: str) -> Ended:
        return rctui(self.home, "bulk", *self._words(*words), **self._environment)

    def started(self, *words: str) -> subprocess.Popen[bytes]:
        argv = [sys.executable, "-m", "rctui", "bulk", *self._words(*words)]
        home = {"HOME": str(self.home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(argv, env=home | self._environment, **quiet)  # type: ignore[call-overload, no-any-return]

    def _words(self, *words: str) -> list[str]:
        return [*words, "--config", str(self.config)]

    @property
    def _environment(self) -> dict[str, str]:
        return {"SIM_KEY": DEMO_API_KEY, "XDG_STATE_HOME": str(self.home / "state")}

    @property
    def plan(self) -> str:
        return str(self.home / "credits.csv.plan.json")

    @property
    def left(self) -> int:
        """How many rows a run would send now, as the program itself says it."""
        said = self.run("resume", self.plan, "--json")
        if not said.err:
            return 0
        error: dict[str, Any] = json.loads(said.err)["error"]
        assert error["type"] == "WrongCount", said.err
        return int(error["hint"].removeprefix("Add --yes ").removesuffix("."))

    @property
    def result(self) -> list[dict[str, str]]:
        with (self.home / "credits.csv.result.csv").open(newline="") as file:
            return list(csv.DictReader(file))

    def balances(self) -> list[int]:
        world = self.app.state.world
        return [world.find(one).balances.get("GLD", 0) for one in self.customers]


@pytest.fixture(name="shift")
def a_shift(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Shift]:
    yield from a_shift_with(tmp_path, getattr(request, "param", 12))


def a_shift_with(home: Path, count: int) -> Iterator[Shift]:
    app = demo_app(clock=epoch_ms)
    # A pace of some ms a row; the real limits are for the run on demand.
    app.state.rate_limits.limits = dict.fromkeys(app.state.rate_limits.limits, 100_000)
    customers = [fresh(app.state.world) for _ in range(count)]
    with running_demo(app) as (base_url, _):
        yield Shift(home, app, base_url, customers)


def test_plan_then_apply(shift: Shift) -> None:
    planned = shift.run("plan", str(shift.list))
    assert planned.code == 0, planned.err
    assert "12 of 12 rows will be sent" in planned.out
    assert shift.app.state.received.writes == []
    unconfirmed = shift.run("apply", shift.plan)
    assert unconfirmed.code == 2
    assert "Add --yes 12." in unconfirmed.err
    wrong = shift.run("apply", shift.plan, "--yes", "11")
    assert wrong.code == 2
    assert shift.app.state.received.writes == []
    done = shift.run("apply", shift.plan, "--yes", "12")
    assert done.code == 0, done.err
    assert shift.balances() == [AMOUNT] * 12
    assert {row["state"] for row in shift.result} == {"applied"}
    again = shift.run("apply", shift.plan, "--yes", "12")
    assert again.code == 0, again.err
    assert again.out.splitlines()[:2] == ["Nothing was left to send.", "12 applied"]
    assert len(shift.app.state.received.writes) == 12


def test_a_plan_of_another_project_is_refused(shift: Shift) -> None:
    shift.run("plan", str(shift.list))
    text = shift.config.read_text().replace(DEMO_PROJECT_ID, "proj_other")
    shift.config.write_text(text)
    refused = shift.run("apply", shift.plan, "--yes", "12")
    assert refused.code == 2
    assert "This plan is for the project 'sim'" in refused.err


def test_a_plan_in_use_is_not_run_twice(shift: Shift) -> None:
    shift.run("plan", str(shift.list))
    shift.app.state.faults.add(effects.late(3_000), method="POST", times=None)
    with shift.started("apply", shift.plan, "--yes", "12") as first:
        while not shift.app.state.received.writes and first.poll() is None:
            pass
        second = shift.run("resume", shift.plan, "--yes", "12")
        first.kill()
    assert second.code == 1
    assert "Another rctui" in second.err


def trouble(app: SimulatedService, chance: random.Random) -> None:
    """Something happens to some of the coming requests."""
    kinds: list[Callable[[], Effect]] = [
        lambda: effects.failed(429, backoff_ms=20),
        lambda: effects.failed(423, backoff_ms=20),
        lambda: effects.cut_after(reset=True),
        effects.cut_after,
        effects.cut_before,
        lambda: effects.failed(500),
        lambda: effects.failed(500, applied=True),
        lambda: effects.late(50),
    ]
    for _ in range(4):
        make = chance.choice(kinds)
        app.state.faults.add(make(), nth=chance.randrange(1, 40), times=chance.randrange(1, 4))


def credited_through_everything(shift: Shift, seed: int, longest_s: float) -> int:
    """Kill and resume until nothing is left; how many processes that took."""
    chance = random.Random(seed)
    assert shift.run("plan", str(shift.list)).code == 0
    starts = 0
    while left := shift.left:
        starts += 1
        trouble(shift.app, chance)
        with shift.started("resume", shift.plan, "--yes", str(left)) as running:
            try:
                running.wait(chance.uniform(0.4, longest_s))
            except subprocess.TimeoutExpired:
                running.kill()
        shift.app.state.faults.clear()
        assert starts < 100
    return starts


def assert_each_once(shift: Shift) -> None:
    assert shift.balances() == [AMOUNT] * len(shift.customers)
    assert len(shift.app.state.received.applied) == len(shift.customers)


@pytest.mark.parametrize(("shift", "seed"), [(24, 1), (24, 2)], indirect=["shift"])
def test_killed_and_resumed_until_all_is_done(shift: Shift, seed: int) -> None:
    credited_through_everything(shift, seed, 2.0)
    assert_each_once(shift)
    keys = {one.idempotency_key for one in shift.app.state.received.writes}
    assert len(keys) == len(shift.customers)


@pytest.mark.soak
@pytest.mark.parametrize(("shift", "seed"), [(1000, 7)], indirect=["shift"])
def test_a_thousand_rows_killed_and_resumed(shift: Shift, seed: int) -> None:
    credited_through_everything(shift, seed, 12.0)
    assert_each_once(shift)


def test_a_run_that_ends_says_what_is_left(shift: Shift) -> None:
    shift.run("plan", str(shift.list))
    shift.app.state.faults.add(effects.cut_after(), method="POST", nth=3, times=3)
    ended = shift.run("apply", shift.plan, "--yes", "12")
    states = [row["state"] for row in shift.result]
    assert shift.balances() == [AMOUNT] * 12
    assert states.count("applied") + states.count("unknown") == 12
    if "unknown" in states:
        assert ended.code == OUTCOME_UNKNOWN
        assert "rctui bulk resume" in ended.out
        assert shift.run("resume", shift.plan, "--yes", str(states.count("unknown"))).code == 0
    assert {row["state"] for row in shift.result} == {"applied"}
    assert_each_once(shift)
