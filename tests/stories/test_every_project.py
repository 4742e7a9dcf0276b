"""Find in every project: one switch, each project asked at once, and the way to a customer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from rctui.clock import epoch_ms
from rctui.demo.effects import answer_held, failed
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.tui.finding.everywhere import AT_ONCE
from rctui.wiring.demo import DemoOptions, open_demo
from tests.simulated import backend_on, demo_app
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from rctui.demo.received import Received
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend
    from tests.stories.program import Operator


@dataclass
class Projects:
    """Two projects with a server each; retries don't wait."""

    shop_faults: Faults = field(default_factory=Faults)
    other_faults: Faults = field(default_factory=Faults)

    def __post_init__(self) -> None:
        self.servers = {
            "demo": demo_app(clock=epoch_ms, customers=40, faults=self.shop_faults),
            "other": demo_app(clock=epoch_ms, customers=40, seed=8, faults=self.other_faults),
        }
        self._remove("demo", "kim_phone")
        self._remove("other", "user_42")

    def _remove(self, project: str, customer_id: str) -> None:
        world = self.servers[project].state.world
        customer = world.find(customer_id)
        assert customer is not None
        world.remove(customer)

    @property
    def opening(self) -> Opening:
        opening = open_demo(DemoOptions(read_only=True))
        other = replace(opening.project, key="other", name="Another Project", high_risk=True)

        async def connect(project: str) -> Backend:
            server = self.servers[project]
            return backend_on(server, on_record=opening.activity.add, sleep=_no_time)

        return replace(opening, projects=(opening.project, other), connect=connect)

    def asked(self, project: str, word: str) -> list[Received]:
        """The requests of a project that have a word in their path or query."""
        log = self.servers[project].state.received
        return [one for one in log if word in one.path + one.query]


async def _no_time(_seconds: float) -> None:
    return None


async def switched_on(operator: Operator) -> None:
    """From the box to the switch, and back with it on."""
    await operator.sees("[ ] every project (2)", "user_42")
    await operator.press("tab", "space")
    await operator.sees("[x] every project (2)", "in every project")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_customer_of_another_project_is_found_and_opened_there(
    size: tuple[int, int],
) -> None:
    projects = Projects()
    async with program(projects.opening, size=size) as operator:
        await switched_on(operator)
        await operator.finds("kim_phone")
        shown = await operator.sees("PROJECT", "Another Project", "1 found: enter opens it")
        assert "Skylark Demo: none" in shown
        assert "Another Project: 1 found" in shown
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on("kim_phone"), "kim_phone")
        await operator.sees("Another Project HIGH RISK", "Has pro until")
        await operator.press("q")
        await operator.sees("| Find", "[x] every project (2)", "1 found: enter opens it")
        await operator.press("escape")
        await operator.sees("customers: 4")
    assert len(projects.asked("demo", "kim_phone")) <= 6


async def test_a_project_that_fails_says_why_and_hides_nobody() -> None:
    projects = Projects()
    projects.other_faults.add(failed(401), times=None)
    async with program(projects.opening, size=(120, 40)) as operator:
        await switched_on(operator)
        await operator.finds("user_42")
        await operator.sees("Another Project: FAILED", "1 found: enter opens it", "has pro")
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        assert operator.customer.session.project.key == "demo"


async def test_a_slow_project_holds_up_no_other_and_its_answer_is_dropped_when_left() -> None:
    projects = Projects()
    hold = Hold()
    projects.other_faults.add(answer_held(hold), path="user_42")
    async with program(projects.opening, size=(120, 40)) as operator:
        await switched_on(operator)
        await operator.finds("user_42")
        await hold.reached()
        await operator.sees("Another Project: looking…", "1 found: enter opens it")
        await operator.press("escape")
        await operator.sees("customers: 4")
        hold.release()
        shown = await operator.settles()
        assert "Another Project:" not in shown


async def test_of_many_projects_a_few_are_asked_at_a_time_and_all_in_the_end() -> None:
    projects, hold, asked = Projects(), Hold(), set[str]()
    projects.other_faults.add(answer_held(hold), times=AT_ONCE)
    opening = projects.opening
    shop, other = opening.projects
    many = [replace(other, key=f"p{number}", name=f"P{number}") for number in range(12)]

    async def connect(project: str) -> Backend:
        asked.add(project)
        return await opening.connect("demo" if project == "demo" else "other")

    opening_many = replace(opening, projects=(shop, *many), connect=connect)
    async with program(opening_many, size=(120, 40)) as operator:
        await operator.sees("[ ] every project (13)", "user_42")
        await operator.press("tab", "space")
        await operator.finds("kim_phone")
        await hold.reached()
        await operator.sees("P3: looking…", "… and")
        assert asked <= {"demo", *(f"p{number}" for number in range(AT_ONCE))}
        hold.release()
        await operator.sees("12 found: enter opens it")
        assert asked == {"demo", *(one.key for one in many)}


async def test_nobody_anywhere_and_the_same_person_in_both() -> None:
    projects = Projects()
    async with program(projects.opening, size=(120, 40)) as operator:
        await switched_on(operator)
        await operator.finds("nobody_at_all")
        await operator.sees("Not found in any project", "Demo: none", "Another Project: none")
        await operator.finds("kim_tablet")
        await operator.sees("2 found: enter opens it", "Skylark Demo", "Another Project")
        await operator.press("end", "asterisk")
        await operator.is_told("Open it first")


async def test_the_palette_turns_the_switch_too() -> None:
    projects = Projects()
    async with program(projects.opening) as operator:
        await operator.sees("[ ] every project (2)")
        await operator.press("escape", "colon")
        await operator.sees("Commands")
        await operator.type("every project")
        await operator.press("enter")
        await operator.sees("[x] every project (2)")
        await operator.press("tab", "enter")
        await operator.sees("[ ] every project (2)", "in the project on screen")


async def test_with_one_project_there_is_no_switch_and_the_palette_says_so() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        assert "every project" not in operator.screen
        await operator.press("escape", "colon")
        await operator.sees("Commands")
        await operator.type("every project")
        await operator.press("enter")
        await operator.sees("is the only project")


async def test_a_store_order_id_leads_to_its_customer() -> None:
    async with program(demo(customers=40), size=(120, 40)) as operator:
        shown = await operator.sees("user_42")
        assert "store order id" in shown
        await operator.finds("nobody_at_all")
        await operator.sees("Not found.", "or a store order id (GPA.1234")
        await operator.finds_customer("Order GPA.3310-0748-2431-02638 please", "user_42")
