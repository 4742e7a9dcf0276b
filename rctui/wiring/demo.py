"""rctui on an embedded, simulated RevenueCat: no key, no network, nothing on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rctui.config.learned_names import NamesCache
from rctui.customers.recovery import RecoveryFiles
from rctui.demo.identity import DEMO_BASE_URL, DEMO_PROJECT_ID, DEMO_PROJECT_NAME
from rctui.journal.journal import Journal
from rctui.journal.stores import MemoryStore
from rctui.wiring.learned import names_of
from rctui.wiring.opening import Opening, ProjectFacts, epoch_ms
from rctui.worker.activity import ActivityLog
from rctui.worker.api_worker import Backend
from rctui.worker.write_means import WriteMeans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.customers.names import Names
    from rctui.demo.faults import Faults
    from rctui.demo.server import SimulatedService
    from rctui.playbooks.playbook import Playbook


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """How the simulated project looks."""

    customers: int = 400
    seed: int = 7
    latency_ms: int = 0
    """How long the simulated server thinks about each request."""
    read_only: bool = False


def open_demo(
    options: DemoOptions,
    faults: Faults | None = None,
    clock: Callable[[], int] = epoch_ms,
) -> Opening:
    """A simulated project; it is built when the first request is made.

    `faults` spoils its answers: for tests, and for pictures of what goes wrong. `clock` gives
    its time, in ms since the epoch.
    """
    activity = ActivityLog()
    cache = NamesCache()
    names = names_of(cache, _CONFIGURED, DEMO_BASE_URL, DEMO_PROJECT_ID)

    async def connect(_project: str) -> Backend:
        return _connect(_app(options, faults, clock), options, activity, names)

    facts = ProjectFacts(
        "demo",
        DEMO_PROJECT_NAME,
        read_only=options.read_only,
        names=names,
        protection="read-only" if options.read_only else "guarded",
        project_id=DEMO_PROJECT_ID,
        base_url=DEMO_BASE_URL,
    )
    means = WriteMeans(Journal(MemoryStore(), now_ms=clock), RecoveryFiles())
    return Opening(
        (facts,),
        connect,
        activity,
        chosen=facts.key,
        in_process=True,
        playbooks=_playbooks,
        names=cache,
        writing=means,
    )


def _playbooks() -> tuple[Playbook, ...]:
    from rctui.wiring.playbooks import DEMO

    return DEMO


def serve_demo(options: DemoOptions, host: str, port: int) -> None:
    """Answer the simulated API over HTTP until interrupted. Raises DemoError."""
    from rctui.demo.serve import serve

    serve(_app(options, None, epoch_ms), host, port)


class _CatalogueNames(Mapping[str, str]):
    """What a project's configuration would say; made when the first name is asked for."""

    @cached_property
    def _names(self) -> dict[str, str]:
        return _names_of_the_catalogue()

    def __getitem__(self, id_: str) -> str:
        return self._names[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _names_of_the_catalogue() -> dict[str, str]:
    """The demo's catalogue, which asks no server."""
    from rctui.demo.dataset.calendar import Calendar
    from rctui.demo.dataset.shop import opened_shop

    catalogue = opened_shop(Calendar(now_ms=0))
    return (
        {one.id: one.lookup_key for one in catalogue.entitlements.values()}
        | {one.id: one.lookup_key for one in catalogue.offerings.values()}
        | {one.id: one.display_name for one in catalogue.products.values()}
        | {one.id: one.name for one in catalogue.apps.values()}
    )


_CONFIGURED = _CatalogueNames()


def _app(options: DemoOptions, faults: Faults | None, clock: Callable[[], int]) -> SimulatedService:
    from rctui.demo.server import create_app
    from rctui.demo.world import World

    world = World.seeded(options.seed, options.customers, now_ms=clock())
    return create_app(world, clock=clock, faults=faults, latency_ms=options.latency_ms)


def _connect(
    app: SimulatedService, options: DemoOptions, activity: ActivityLog, names: Names
) -> Backend:
    from rctui.api.connection import Connection
    from rctui.api.reader import CustomerReader
    from rctui.api.transport import Transport
    from rctui.api.writing_line import WritingLine
    from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
    from rctui.demo.in_process import DEMO_BASE_URL, in_process_network
    from rctui.journal.place import Place
    from rctui.secret import Secret
    from rctui.worker.writing import Writing

    network = in_process_network(app)
    connection = Connection(DEMO_BASE_URL, Secret(DEMO_API_KEY), read_only=options.read_only)
    transport = Transport(
        connection, network=network, on_record=activity.add, on_wait=activity.wait
    )
    reader = CustomerReader(transport, DEMO_PROJECT_ID)
    writing = None
    if not options.read_only:
        place = Place.at("demo", DEMO_PROJECT_ID, DEMO_BASE_URL)
        writing = Writing(WritingLine(transport, DEMO_PROJECT_ID), place, names=names)
    return Backend(reader, transport.rate_limits, transport.aclose, writing)
