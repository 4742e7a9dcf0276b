"""Before a customer is blocked or deleted, everything is saved where only the owner can read it."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from rctui.clock import epoch_ms
from rctui.config.errors import ConfigError
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.text.moments import DAY_MS
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import written
from tests.simulated import demo_app, running_demo
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from pathlib import Path


PROJECT = """
[projects.acme]
name = "Acme"
project_id = "{project}"
api_key = {{ env = "RC_KEY" }}
base_url = "{url}"
"""


@pytest.mark.parametrize(("key", "gone"), [("D", "deleted"), ("B", "blocked")])
async def test_the_customer_is_saved_before_and_the_journal_names_the_file(
    tmp_path: Path, key: str, gone: str
) -> None:
    customer = "delete_me_please"
    with running_demo(demo_app(clock=epoch_ms, customers=40)) as (url, server):
        config = written(tmp_path, PROJECT.format(project=DEMO_PROJECT_ID, url=url))
        environment = {"RC_KEY": DEMO_API_KEY, "XDG_STATE_HOME": str(tmp_path / "state")}
        opening = open_live(LiveOptions(config=str(config)), environment)
        async with program(opening, text=customer, size=(120, 40)) as operator:
            await operator.waits(lambda _: operator.is_on(customer), customer)
            await operator.settles()
            await operator.press(key, *"T-1", "enter")
            await operator.sees("Type the App User ID")
            folder = tmp_path / "state" / "rctui" / "recovery"
            assert not folder.exists()
            await operator.press(*customer, "enter", "y")
            await operator.is_told("APPLIED: ")
            (file,) = folder.iterdir()
            await operator.press("h", "enter")
            shown = "".join((await operator.sees("recovery", "applied")).split())
            assert str(file) in shown.replace("│", "")
        assert len(server.state.received.writes) == 1
        assert server.state.world.find(customer) is None
        assert (customer in server.state.world.blocked) is (gone == "blocked")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    saved = json.loads(file.read_text())
    assert saved["asked"] == customer
    assert DEMO_API_KEY not in file.read_text()


def saved_before(folder: Path, days: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{days}.json"
    file.write_text("{}")
    saved_ns = (epoch_ms() - days * DAY_MS) * 1_000_000
    os.utime(file, ns=(saved_ns, saved_ns))
    return file


@pytest.mark.parametrize(
    ("setting", "left"), [("", {"29"}), ("recovery_days = 50\n", {"29", "31"}),
                          ("recovery_days = 0\n", {"29", "31", "4000"})]
)  # fmt: skip
async def test_files_that_were_kept_long_enough_are_gone_soon_after_the_start(
    tmp_path: Path, setting: str, left: set[str]
) -> None:
    folder = tmp_path / "state" / "rctui" / "recovery"
    for days in (29, 31, 4000):
        saved_before(folder, days)
    with running_demo(demo_app(clock=epoch_ms, customers=40)) as (url, _):
        config = written(tmp_path, setting + PROJECT.format(project=DEMO_PROJECT_ID, url=url))
        environment = {"RC_KEY": DEMO_API_KEY, "XDG_STATE_HOME": str(tmp_path / "state")}
        opening = open_live(LiveOptions(config=str(config)), environment)
        async with program(opening) as operator:
            await operator.settles()
            await operator.waits(lambda _: {one.stem for one in folder.iterdir()} == left, left)
            # The worker does one thing after the other: what comes next finds it done.
            await operator.finds_customer("user_42", "user_42")
    assert {one.stem for one in folder.iterdir()} == left


def no_days() -> NoReturn:
    raise ConfigError("No days.")


async def test_old_files_that_can_not_be_removed_are_only_a_notice(tmp_path: Path) -> None:
    opening = demo()
    means = replace(opening.writing, recovery=RecoveryFiles(tmp_path, no_days))
    async with program(replace(opening, writing=means)) as operator:
        await operator.is_told("Old recovery files are not removed: No days.")
        await operator.finds_customer("user_42", "user_42")
