"""The queue with requests that end when the test says so: no waiting on time anywhere."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import pytest

from rctui.api.errors import ApiError
from rctui.api.rate_limits import RateDomain
from rctui.customers.failure import FailureKind
from rctui.worker.answers import Answer, Load, Need
from rctui.worker.read_queue import AT_ONCE, PER_CUSTOMER, ReadQueue

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.customers.reads import Read


@dataclass(frozen=True)
class Asked:
    """A read that is only a name."""

    name: str
    customer_id: str | None = "user_1"
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: object) -> str:
        raise NotImplementedError


class Server:
    """Answers when told to, and remembers what was asked in which order."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self._gates: dict[str, asyncio.Future[object]] = defaultdict(
            lambda: asyncio.get_running_loop().create_future()
        )

    async def run(self, project: str, read: Read[object]) -> object:
        assert isinstance(read, Asked)
        self.asked.append(read.name)
        try:
            return await self._gates[read.name]
        except asyncio.CancelledError:
            self.cancelled.append(read.name)
            self._gates.pop(read.name, None)
            raise

    async def answer(self, name: str, value: object = None) -> None:
        self._gates[name].set_result(value)
        await _settle()

    async def fail(self, name: str, error: Exception) -> None:
        self._gates[name].set_exception(error)
        await _settle()


async def _settle() -> None:
    """Let everything that is ready run."""
    for _ in range(10):
        await asyncio.sleep(0)


class Desk:
    """A queue, its server, and what was answered."""

    def __init__(self) -> None:
        self.server = Server()
        self.answers: list[Answer[object]] = []
        self.bugs: list[BaseException] = []
        self.pause = 0
        self._count = 0
        self.queue = ReadQueue(
            self.server.run,
            pause_ms=lambda _project, _read: self.pause,
            now_ms=lambda: 1_000,
            on_bug=self.bugs.append,
        )

    async def submit(self, read: Asked, need: Need = Need.OPEN_TAB, project: str = "p") -> int:
        self._count += 1
        self.queue.submit(Load(self._count, project, read, need, self.answers.append))
        await _settle()
        return self._count


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    await desk.queue.close()


async def test_an_answer_names_its_load_and_its_read(desk: Desk) -> None:
    number = await desk.submit(Asked("header"))
    await desk.server.answer("header", "ann")
    [answer] = desk.answers
    assert (answer.number, answer.project, answer.read) == (number, "p", Asked("header"))
    assert (answer.value, answer.failure, answer.at_ms) == ("ann", None, 1_000)


async def test_equal_reads_are_one_request_with_two_answers(desk: Desk) -> None:
    first = await desk.submit(Asked("header"))
    second = await desk.submit(Asked("header"))
    await desk.server.answer("header", "ann")
    assert desk.server.asked == ["header"]
    assert [(a.number, a.value) for a in desk.answers] == [(first, "ann"), (second, "ann")]


async def test_the_same_read_of_two_projects_is_two_requests(desk: Desk) -> None:
    await desk.submit(Asked("header"), project="p")
    await desk.submit(Asked("header"), project="q")
    assert desk.server.asked == ["header", "header"]


async def test_a_customer_has_four_requests_at_most_and_the_rest_goes_by_need(desk: Desk) -> None:
    for place in range(PER_CUSTOMER):
        await desk.submit(Asked(f"running {place}"))
    await desk.submit(Asked("other tab"), Need.OTHER_TAB)
    await desk.submit(Asked("background"), Need.BACKGROUND)
    await desk.submit(Asked("open tab"), Need.OPEN_TAB)
    assert len(desk.server.asked) == PER_CUSTOMER
    for place in range(3):
        await desk.server.answer(f"running {place}")
    assert desk.server.asked[PER_CUSTOMER:] == ["open tab", "other tab", "background"]


async def test_another_customer_does_not_wait_for_the_first(desk: Desk) -> None:
    for place in range(PER_CUSTOMER):
        await desk.submit(Asked(f"running {place}"))
    await desk.submit(Asked("elsewhere", customer_id="user_2"))
    assert desk.server.asked[-1] == "elsewhere"


async def test_all_customers_together_stay_within_the_connections(desk: Desk) -> None:
    for place in range(AT_ONCE + 1):
        await desk.submit(Asked("header", customer_id=f"user_{place}"))
    assert len(desk.server.asked) == AT_ONCE


async def test_a_more_urgent_wish_for_a_waiting_read_pulls_it_forward(desk: Desk) -> None:
    for place in range(PER_CUSTOMER):
        await desk.submit(Asked(f"running {place}"))
    await desk.submit(Asked("first"), Need.OTHER_TAB)
    await desk.submit(Asked("second"), Need.OTHER_TAB)
    await desk.submit(Asked("second"), Need.OPEN_TAB)
    await desk.server.answer("running 0")
    assert desk.server.asked[-1] == "second"


async def test_a_dropped_load_is_cancelled_and_never_answered(desk: Desk) -> None:
    number = await desk.submit(Asked("stale"))
    desk.queue.drop(number)
    await _settle()
    assert desk.server.cancelled == ["stale"]
    assert desk.answers == []


async def test_a_read_that_another_waits_for_survives_a_drop(desk: Desk) -> None:
    number = await desk.submit(Asked("shared"))
    other = await desk.submit(Asked("shared"))
    desk.queue.drop(number)
    await desk.server.answer("shared", "ann")
    assert [answer.number for answer in desk.answers] == [other]


async def test_a_dropped_load_makes_room(desk: Desk) -> None:
    numbers = [await desk.submit(Asked(f"running {place}")) for place in range(PER_CUSTOMER)]
    await desk.submit(Asked("next"))
    desk.queue.drop(numbers[0])
    await _settle()
    assert desk.server.asked[-1] == "next"


async def test_a_failure_is_an_answer(desk: Desk) -> None:
    await desk.submit(Asked("header"))
    await desk.server.fail("header", ApiError("It broke.", operation="get_customer"))
    [answer] = desk.answers
    assert answer.value is None
    assert answer.failure is not None
    assert answer.failure.kind is FailureKind.OTHER
    assert answer.failure.message.plain == "It broke."


async def test_a_bug_is_not_an_answer(desk: Desk) -> None:
    await desk.submit(Asked("header"))
    await desk.server.fail("header", ZeroDivisionError("ours"))
    assert desk.answers == []
    assert [type(bug) for bug in desk.bugs] == [ZeroDivisionError]


async def test_an_exhausted_budget_holds_reads_back(desk: Desk) -> None:
    desk.pause = 3_600_000
    await desk.submit(Asked("later"))
    assert desk.server.asked == []
    desk.pause = 0
    await desk.submit(Asked("now"))
    assert sorted(desk.server.asked) == ["later", "now"]


async def test_closing_cancels_everything(desk: Desk) -> None:
    await desk.submit(Asked("header"))
    await desk.queue.close()
    assert desk.server.cancelled == ["header"]
    assert desk.answers == []


async def test_a_customers_header_has_been_sent_before_the_next_request_is_made(desk: Desk) -> None:
    steps: list[str] = []

    async def sent_in_steps(project: str, read: Read[object]) -> None:
        assert isinstance(read, Asked)
        steps.append(f"{read.name} made")
        for _ in range(4):
            await asyncio.sleep(0)
        steps.append(f"{read.name} sent")

    queue = ReadQueue(
        sent_in_steps, pause_ms=lambda *_: 0, now_ms=lambda: 0, on_bug=desk.bugs.append
    )
    tabs = [Asked("tab"), Asked("another customer's", "user_2")]
    for number, read in enumerate([Asked("header"), *tabs]):
        need = Need.OPEN_TAB if number else Need.HEADER
        queue.submit(Load(number, "p", read, need, desk.answers.append))
    for _ in range(5):
        await _settle()
    assert steps.index("header sent") < steps.index("tab made")
    assert steps.index("another customer's made") < steps.index("header sent")
    await queue.close()


async def test_what_is_asked_together_goes_by_need_and_keeps_to_the_limit(desk: Desk) -> None:
    needs = {f"tab {place}": Need.OTHER_TAB for place in range(PER_CUSTOMER)}
    needs["header"] = Need.HEADER
    desk.queue.submit_all(
        Load(number, "p", Asked(name), need, desk.answers.append)
        for number, (name, need) in enumerate(reversed(needs.items()), 1)
    )
    await _settle()
    assert desk.server.asked[0] == "header"
    assert len(desk.server.asked) == PER_CUSTOMER


async def test_what_was_sent_before_a_write_answers_nobody_who_asks_after_it(desk: Desk) -> None:
    before = await desk.submit(Asked("balances"))
    desk.queue.outdate("p")
    after = await desk.submit(Asked("balances"))
    assert desk.server.asked == ["balances", "balances"]
    assert desk.server.cancelled == ["balances"]
    await desk.server.answer("balances", 85)
    assert [(answer.number, answer.value) for answer in desk.answers] == [(before, 85), (after, 85)]


async def test_a_write_in_one_project_outdates_nothing_of_another(desk: Desk) -> None:
    await desk.submit(Asked("balances"), project="q")
    desk.queue.outdate("p")
    await desk.submit(Asked("balances"), project="q")
    assert desk.server.asked == ["balances"]


async def test_what_was_given_up_can_not_answer_in_place_of_the_new_request(desk: Desk) -> None:
    answers: list[Answer[object]] = []
    ends = [asyncio.Event(), asyncio.Event()]
    runs = iter(ends)

    async def fails_when_cancelled(project: str, read: Read[object]) -> object:
        end = next(runs)
        try:
            await end.wait()
        except asyncio.CancelledError:
            raise ApiError("given up") from None
        return "fresh"

    queue = ReadQueue(
        fails_when_cancelled, pause_ms=lambda *_: 0, now_ms=lambda: 0, on_bug=desk.bugs.append
    )
    for number in (1, 2):
        load = Load(number, "p", Asked("balances"), Need.OPEN_TAB, answers.append)
        queue.submit(load, anew=number == 2)
        await _settle()
    assert answers == []
    ends[1].set()
    await _settle()
    assert [(answer.number, answer.value) for answer in answers] == [(1, "fresh"), (2, "fresh")]


async def test_a_long_wait_of_one_read_does_not_put_off_the_short_wait_of_another() -> None:
    pauses = {"soon": [20, 0], "late": [3_600_000, 3_600_000, 3_600_000]}
    asked = asyncio.Event()

    async def run(project: str, read: Read[object]) -> object:
        asked.set()
        return None

    def pause_ms(project: str, read: Read[object]) -> int:
        left = pauses[project]
        return left.pop(0) if len(left) > 1 else left[0]

    queue = ReadQueue(run, pause_ms=pause_ms, now_ms=lambda: 0, on_bug=lambda _: None)
    queue.submit(Load(1, "soon", Asked("a"), Need.OPEN_TAB, lambda _: None))
    queue.submit(Load(2, "late", Asked("b", "user_2"), Need.BACKGROUND, lambda _: None))
    async with asyncio.timeout(20):
        await asked.wait()
    await queue.close()
