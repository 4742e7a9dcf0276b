"""What the soak runs on: three simulated projects whose every record says whose it is.

Ids, attribute values, aliases, store ids: each holds its customer's mark, `zq` and three digits
and `qz`. A screen about one customer that shows another one's mark is wrong beyond doubt.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from rctui.clock import epoch_ms
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.faults import Faults
from rctui.demo.identity import DEMO_BASE_URL, DEMO_PROJECT_ID
from rctui.demo.rate_limits import RateLimits
from rctui.demo.records import Attribute, Customer
from rctui.demo.server import create_app
from rctui.demo.world import World
from rctui.journal.journal import Journal
from rctui.playbooks.playbook import Playbook
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.opening import ProjectFacts
from rctui.worker.write_means import WriteMeans
from tests.simulated import backend_on

if TYPE_CHECKING:
    from rctui.customers.names import Names
    from rctui.demo.received import Received
    from rctui.demo.server import SimulatedService
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend

MARK: Final = re.compile(r"zq(\d{3})qz")
NUMBERS: Final = 300
"""Customers' numbers of one project; those from `FRESH` on are for new customers."""
FRESH: Final = 100
BLOCKED: Final = 90

_STORIES: Final = (
    "user_42", "goodwill_month", "grant_hides_paid", "coins_missing", "chargeback_farm",
    "delete_me_please", "kim_phone", "alias_soup", "every_status", "every_store",
    "tester_in_sandbox", "nulls_everywhere", "refunded_still_has_access", "hostile_text",
    "user_42", "coins_missing", "goodwill_month", "kim_phone",
)  # fmt: skip
_ENDLESS: Final = "default_user"
"""Hundreds of aliases, attributes and rows, on many pages."""
_ID_SHAPES: Final = ("u_{}", "a_customer_with_a_long_name_{}", "Ünal {} ü", "{}", "[b]{}[b]")
_PLAYBOOKS: Final = (
    Playbook(
        "outage", "Outage make-good", (("pro", "7d"),), (("GLD", 50),), (("note", "{ticket}"),)
    ),
    Playbook("coins", "Coins", credits=(("SLV", 5),)),
)
_ENOUGH: Final = (
    WriteRules(),
    WriteRules(high_risk=True, require_ticket=True, max_grant_days=92, max_credit={"GLD": 5_000}),
    WriteRules(),
)


def mark(number: int) -> str:
    """The mark of a customer."""
    return f"zq{number:03}qz"


def customer_list() -> str:
    """A file with some customers of every project, one a line."""
    numbers = [place * NUMBERS + one for place in range(3) for one in (3, 5, 8, 10)]
    return "".join(f"{_id_of(number)}\n" for number in numbers)


def _id_of(number: int) -> str:
    return _ID_SHAPES[number % len(_ID_SHAPES)].format(mark(number))


def marks_in(text: str) -> set[int]:
    """Whose marks a text holds."""
    return {int(number) for number in MARK.findall(text)}


@dataclass
class SoakProject:
    """One project: what is known of it, its server, its customers' numbers."""

    facts: ProjectFacts
    server: SimulatedService
    numbers: range

    @property
    def key(self) -> str:
        """What the configuration calls it."""
        return self.facts.key

    @property
    def world(self) -> World:
        """The server's memory."""
        world: World = self.server.state.world
        return world

    @property
    def received(self) -> list[Received]:
        """Everything that the server was asked so far; its thread may be adding more."""
        while True:
            try:
                return list(self.server.state.received)
            except RuntimeError:
                continue

    @property
    def writes(self) -> list[Received]:
        """The requests that wanted to change something."""
        return [one for one in self.received if one.is_write]

    @property
    def customer_ids(self) -> list[str]:
        """Who is there now."""
        return [one.id for one in list(self.world.profiles())]


@dataclass
class SoakWorld:
    """Three projects on one journal: a guarded one, one of high risk, one to read only."""

    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal.in_memory)
    first: int = 0
    """Which project the program begins with."""
    is_crowded: bool = False
    """Whether one customer of each project has rows on many pages."""

    def __post_init__(self) -> None:
        self.faults.sleep = no_time
        demo = open_demo(DemoOptions())
        self._demo = demo
        names = demo.project.names
        self.projects = [
            _project(place, key, self.faults, names, is_crowded=self.is_crowded)
            for place, key in enumerate(("alpha", "beta", "gamma"))
        ]

    def project(self, key: str) -> SoakProject:
        """A project by its key."""
        return next(one for one in self.projects if one.key == key)

    @property
    def opening(self) -> Opening:
        """What the program is opened on."""
        facts = tuple(one.facts for one in self.projects)
        screen = self._demo.screen._replace(clipboard="off")
        means = WriteMeans(self.journal, RecoveryFiles(), no_time)
        return replace(
            self._demo,
            projects=facts,
            chosen=facts[self.first].key,
            connect=self._connect,
            writing=means,
            screen=screen,
            playbooks=lambda: _PLAYBOOKS,
        )

    async def _connect(self, key: str) -> Backend:
        project = self.project(key)
        return backend_on(
            project.server,
            writes_as="" if project.facts.read_only else key,
            rules=project.facts.rules,
            names=project.facts.names,
            on_record=self._demo.activity.add,
            sleep=no_time,
        )


async def no_time(_seconds: float) -> None:
    """Waiting between two attempts takes no time here."""
    await asyncio.sleep(0)


def _project(
    place: int, key: str, faults: Faults, names: Names, *, is_crowded: bool
) -> SoakProject:
    numbers = range(place * NUMBERS, (place + 1) * NUMBERS)
    limits = RateLimits(limits=dict.fromkeys(RateLimits().limits, 10**9), enforced=False)
    server = create_app(
        _world(numbers, is_crowded=is_crowded), clock=epoch_ms, faults=faults, rate_limits=limits
    )
    rules, read_only = _ENOUGH[place], place == 2
    facts = ProjectFacts(
        key,
        f"Project {key.title()}",
        high_risk=rules.high_risk,
        read_only=read_only,
        names=names,
        protection="read-only" if read_only else "guarded",
        project_id=DEMO_PROJECT_ID,
        base_url=DEMO_BASE_URL,
        rules=rules,
    )
    return SoakProject(facts, server, numbers)


def _world(numbers: range, *, is_crowded: bool) -> World:
    world = World.seeded(7, 0, now_ms=epoch_ms())
    world.late_grant_ms = 0
    stories = [world.find(name) for name in (*_STORIES, *[_ENDLESS] * is_crowded)]
    for profile in list(world.profiles()):
        told = world.find(profile.id)
        assert told is not None
        world.remove(told)
    for place, story in enumerate(stories):
        assert story is not None
        world.add(_marked(story, numbers[place]))
    world.blocked = {f"blocked_{mark(numbers[BLOCKED + one])}": epoch_ms() for one in range(3)}
    return world


def _marked(story: Customer, number: int) -> Customer:
    """The same story with a mark in everything that tells whose it is."""
    its = mark(number)
    new_id = _id_of(number)
    since = story.profile.first_seen_at
    subscriptions = [
        row._replace(
            id=f"sub{its}{place}",
            customer_id=new_id,
            original_customer_id=new_id,
            store_identifier=row.store_identifier and f"{its}.{row.store_identifier}",
        )
        for place, row in enumerate(story.subscriptions)
    ]
    purchases = [
        row._replace(
            id=f"purch{its}{place}",
            customer_id=new_id,
            original_customer_id=new_id,
            store_identifier=row.store_identifier and f"{its}.{row.store_identifier}",
        )
        for place, row in enumerate(story.purchases)
    ]
    return Customer(
        story.profile._replace(id=new_id),
        {new_id: since} | {f"{its}-{at}": since for at in range(1, len(story.aliases))},
        {
            name: Attribute(one.value and _marked_value(its, name, one.value), one.updated_at)
            for name, one in story.attributes.items()
        },
        subscriptions,
        purchases,
        [row._replace(id=f"inv{its}{at}") for at, row in enumerate(story.invoices)],
        dict(story.balances),
    )


def _marked_value(its: str, name: str, value: str) -> str:
    return f"{its}@example.com" if name == "$email" else f"{its} {value[:400]}"
