"""Two configured projects: nothing of one is ever shown in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.clock import epoch_ms
from rctui.demo.effects import amended, answer_held, failed
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID, OTHER_PROJECT_ID, OTHER_PROJECT_KEY
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import written
from tests.simulated import demo_app, running_demo
from tests.stories.program import program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.wiring.opening import Opening

TWO = """\
default_project = "shop"
[projects.shop]
name = "Skylark"
project_id = "{demo}"
api_key = {{ env = "RC_SHOP" }}
base_url = "{url}"
risk = "high"
[projects.test]
name = "Sandpit"
project_id = "{other}"
api_key = {{ env = "RC_TEST" }}
base_url = "{empty}"
protection = "read-only"
"""


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def two_projects(tmp_path: Path, faults: Faults) -> Iterator[Opening]:
    app = demo_app(clock=epoch_ms, customers=40, faults=faults)
    nobody = Faults()
    nobody.add(amended(items=[], next_page=None), operation="list_customers", times=None)
    nobody.add(failed(404), operation="get_customer", times=None)
    empty_app = demo_app(clock=epoch_ms, faults=nobody)
    with running_demo(app) as (url, _), running_demo(empty_app) as (empty, _):
        text = TWO.format(demo=DEMO_PROJECT_ID, other=OTHER_PROJECT_ID, url=url, empty=empty)
        environment = {
            "HOME": str(tmp_path),
            "RC_SHOP": DEMO_API_KEY,
            "RC_TEST": OTHER_PROJECT_KEY,
        }
        yield open_live(LiveOptions(config=str(written(tmp_path, text))), environment)


async def test_switching_shows_nothing_of_the_other_project(two_projects: Opening) -> None:
    async with program(two_projects, size=(120, 40)) as operator:
        header = (await operator.sees("user_42")).splitlines()[0]
        assert "Skylark HIGH RISK" in header
        assert "READ-ONLY" not in header
        await operator.finds_customer("kim_phone", "kim_phone")
        await operator.finds_customer("user_42", "user_42")
        await operator.press("p")
        shown = await operator.sees("PROTECTION", "on screen")
        assert "HIGH RISK" in shown
        assert "read-only" in shown
        await operator.press("down", "enter")
        shown = await operator.sees("Sandpit | READ-ONLY", "No customers in this project yet")
        assert "user_42" not in shown
        assert "HIGH RISK" not in shown
        await operator.press("escape", "minus")
        await operator.is_told("No other customer has been opened yet")
        await operator.finds("user_42")
        await operator.sees("Not found.", "Tried App User ID user_42: no such customer")
        await operator.press("escape", "p", "up", "enter")
        await operator.sees("Skylark HIGH RISK", "recent", "user_42")


async def test_switching_while_loading_drops_what_was_asked_for(
    two_projects: Opening, faults: Faults
) -> None:
    hold = Hold()
    faults.add(answer_held(hold), operation="list_customers")
    async with program(two_projects, size=(120, 40)) as operator:
        await operator.sees("loading customers…")
        await hold.reached()
        await operator.press("escape", "p", "down", "enter")
        await operator.sees("Sandpit | READ-ONLY", "No customers in this project yet")
        hold.release()
        shown = await operator.settles()
        assert "user_42" not in shown
        assert "No customers in this project yet" in shown


async def test_an_address_of_the_other_project_leads_there(two_projects: Opening) -> None:
    async with program(two_projects, size=(120, 40)) as operator:
        await operator.sees("user_42")
        project = OTHER_PROJECT_ID.removeprefix("proj")
        await operator.finds(f"https://app.revenuecat.com/projects/{project}/customers/somebody")
        await operator.sees("Sandpit | READ-ONLY", "Not found.", "App User ID somebody")
        await operator.finds("https://app.revenuecat.com/projects/demo1234/customers/kim_phone")
        await operator.sees("Skylark HIGH RISK", "Kim Park", "Has pro until")


async def test_the_key_of_another_project_is_said_to_be_wrong(
    tmp_path: Path, two_projects: Opening
) -> None:
    (tmp_path / "bin").mkdir()
    text = (tmp_path / "config.toml").read_text().replace("RC_TEST", "RC_SHOP")
    environment = {"HOME": str(tmp_path), "RC_SHOP": DEMO_API_KEY}
    path = str(written(tmp_path / "bin", text))
    opening = open_live(LiveOptions("test", config=path), environment)
    async with program(opening, size=(120, 40)) as operator:
        await operator.sees("Check the project's project_id against")


async def test_a_configuration_that_was_changed_meanwhile_is_noticed(
    two_projects: Opening,
) -> None:
    file = two_projects.config_file
    assert file is not None
    async with program(two_projects) as operator:
        await operator.sees("user_42")
        await operator.press("escape", "p")
        await operator.sees("PROTECTION", "Add one with: rctui config add")
        await operator.press("q")
        file.write_text(file.read_text().replace('risk = "high"', 'risk = "normal"'))
        await operator.press("p")
        shown = await operator.sees("config.toml has changed; it counts from the next start on.")
        assert "HIGH RISK" in shown, "what was configured at the start still holds"
