"""A simulated project that a story writes to: what the server was asked, what the journal says."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from textual.events import Key

from rctui.clock import epoch_ms
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.faults import Faults
from rctui.journal.journal import Journal
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.worker.write_means import WriteMeans
from tests.simulated import backend_on, demo_app
from tests.stories.program import Operator, program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.demo.received import Received
    from rctui.demo.records import Customer
    from rctui.demo.world import World
    from rctui.journal.operation import Operation
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend
    from tests.stories.writes.every_write import Write


async def no_time(_seconds: float) -> None:
    """Waiting between two attempts, or two looks, takes no time here."""
    await asyncio.sleep(0)


@dataclass
class Desk:
    """One project with its server, its journal and its rules."""

    rules: WriteRules = field(default_factory=WriteRules)
    read_only: bool = False
    journal: Journal = field(default_factory=Journal.in_memory)
    faults: Faults = field(default_factory=Faults)

    def __post_init__(self) -> None:
        self.server = demo_app(clock=epoch_ms, customers=40, faults=self.faults)
        self.world: World = self.server.state.world
        self.world.late_grant_ms = 0

    @property
    def opening(self) -> Opening:
        """What the program is opened on."""
        opening = open_demo(DemoOptions(read_only=self.read_only))
        facts = replace(opening.project, high_risk=self.rules.high_risk, rules=self.rules)
        other = replace(facts, key="other", name="Another Project", rules=WriteRules())
        means = WriteMeans(self.journal, RecoveryFiles(), no_time)

        async def connect(project: str) -> Backend:
            return backend_on(
                self.server,
                writes_as="" if self.read_only else project,
                rules=self.rules,
                names=facts.names,
                on_record=opening.activity.add,
                sleep=no_time,
            )

        return replace(opening, projects=(facts, other), connect=connect, writing=means)

    @asynccontextmanager
    async def program(
        self, customer: str = "", *, size: tuple[int, int] = (80, 24), guard_s: float = 0.0
    ) -> AsyncIterator[Operator]:
        """The program, on one customer if one is named."""
        async with program(self.opening, text=customer, size=size, guard_s=guard_s) as operator:
            if customer:
                await operator.waits(lambda _: operator.is_on(customer), customer)
            await operator.settles()
            yield operator

    @property
    def writes(self) -> list[Received]:
        """The requests that wanted to change something."""
        found: list[Received] = self.server.state.received.writes
        return found

    @property
    def applied(self) -> list[Received]:
        """Those that were carried out."""
        found: list[Received] = self.server.state.received.applied
        return found

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What the journal has, newest first."""
        return self.journal.recent().operations

    @property
    def states(self) -> list[str]:
        """How the journal's operations stand, newest first."""
        return [one.state.value for one in self.operations]

    def customer(self, customer_id: str) -> Customer:
        """A customer as the server has it."""
        found = self.world.find(customer_id)
        assert found is not None
        return found

    def balance(self, customer_id: str, code: str = "GLD") -> int:
        """A balance as the server has it."""
        return self.customer(customer_id).balances.get(code, 0)


def at_once(operator: Operator, *keys: str) -> None:
    """Press keys before anything can be seen of the first, as a held key or a slow line does."""
    driver = operator.app._driver
    assert driver is not None
    for key in keys:
        character = key if len(key) == 1 else None
        driver.send_message(Key(key, character))


async def to_review(operator: Operator, *keys: str) -> str:
    """Press keys that fill in a dialog, as fast as they come; the review as it is shown."""
    at_once(operator, *keys)
    return await operator.sees("enter or esc  Cancel")


async def fill_in(operator: Operator, write: Write) -> str:
    """Press the keys of a write, one screen after the other, up to its review."""
    first, *rest = write.keys
    if not write.customer:
        await operator.press(first, rest.pop(0))
        await operator.settles()
        at_once(operator, *rest)
    else:
        at_once(operator, first, *rest)
    return await operator.sees("esc cancels" if write.challenge else "enter or esc  Cancel")


async def run(operator: Operator, write: Write) -> None:
    """Make a write, up to its last key."""
    await fill_in(operator, write)
    *before, last = write.final
    await operator.press(*before)
    await operator.sees("enter or esc  Cancel")
    await operator.press(last)
