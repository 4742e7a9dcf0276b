"""Before a customer is blocked or deleted, everything is saved where only the owner can read it."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.wiring.live import LiveOptions, open_live
from rctui.wiring.opening import epoch_ms
from tests.config.files import written
from tests.simulated import demo_app, running_demo
from tests.stories.program import program

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
