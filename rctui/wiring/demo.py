"""rctui on an embedded, simulated RevenueCat: no key, no network, nothing on disk."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.clock import epoch_ms
from rctui.config.learned_names import NamesCache
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.demo.identity import (
    DEMO_BASE_URL,
    DEMO_PROJECT_ID,
    OTHER_PROJECT_ID,
    PROJECT_NAMES,
)
from rctui.journal.journal import Journal
from rctui.journal.stores import MemoryStore
from rctui.wiring.learned import names_of
from rctui.wiring.opening import Opening, ProjectFacts
from rctui.worker.activity import ActivityLog
from rctui.worker.api_worker import Backend
from rctui.worker.write_means import WriteMeans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.demo.catalogue import Catalogue
    from rctui.demo.faults import Faults
    from rctui.demo.server import SimulatedService
    from rctui.playbooks.playbook import Playbook

_STRICT: Final = WriteRules(
    require_ticket=True, max_grant_days=92, max_credit={"GLD": 1000}, high_risk=True
)


class DemoOptions(NamedTuple):
    """How the simulated projects look."""

    customers: int = 400
    """Of the first project; the second has a tenth of that."""
    seed: int = 7
    latency_ms: int = 0
    """How long the simulated server thinks about each request."""
    read_only: bool = False
    second_project: bool = True
    """Whether there is another project to switch to, of high risk and with limits."""


def open_demo(
    options: DemoOptions,
    faults: Faults | None = None,
    clock: Callable[[], int] = epoch_ms,
) -> Opening:
    """The simulated projects; each is built when its first request is made.

    `faults` spoils the answers: for tests, and for pictures of what goes wrong. `clock` gives
    their time, in ms since the epoch.
    """
    activity = ActivityLog()
    cache = NamesCache()
    projects = tuple(_facts(one, options, cache) for one in _known(options))

    @functools.cache
    def server() -> SimulatedService:
        return _app(options, faults, clock)

    async def connect(project: str) -> Backend:
        facts = next(one for one in projects if one.key == project)
        return _connect(server(), facts, activity, clock)

    means = WriteMeans(Journal(MemoryStore(), now_ms=clock), RecoveryFiles())
    return Opening(
        projects,
        connect,
        activity,
        chosen=projects[0].key,
        in_process=True,
        playbooks=_playbooks,
        names=cache,
        writing=means,
    )


class _Known(NamedTuple):
    """What a configuration would say of a simulated project."""

    key: str
    project_id: str
    rules: WriteRules
    names: Mapping[str, str]


def _known(options: DemoOptions) -> tuple[_Known, ...]:
    first = _Known("demo", DEMO_PROJECT_ID, WriteRules(), _CatalogueNames(_first_catalogue))
    if not options.second_project:
        return (first,)
    return first, _Known("web", OTHER_PROJECT_ID, _STRICT, _CatalogueNames(_web_catalogue))


def _facts(known: _Known, options: DemoOptions, cache: NamesCache) -> ProjectFacts:
    return ProjectFacts(
        known.key,
        PROJECT_NAMES[known.project_id],
        high_risk=known.rules.high_risk,
        read_only=options.read_only,
        names=names_of(cache, known.names, DEMO_BASE_URL, known.project_id),
        protection="read-only" if options.read_only else "guarded",
        project_id=known.project_id,
        base_url=DEMO_BASE_URL,
        rules=known.rules,
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

    def __init__(self, catalogue: Callable[[], Catalogue]) -> None:
        self._catalogue = catalogue

    @functools.cached_property
    def _names(self) -> dict[str, str]:
        return _names_in(self._catalogue())

    def __getitem__(self, id_: str) -> str:
        return self._names[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _names_in(catalogue: Catalogue) -> dict[str, str]:
    return (
        {one.id: one.lookup_key for one in catalogue.entitlements.values()}
        | {one.id: one.lookup_key for one in catalogue.offerings.values()}
        | {one.id: one.display_name for one in catalogue.products.values()}
        | {one.id: one.name for one in catalogue.apps.values()}
    )


def _first_catalogue() -> Catalogue:
    from rctui.demo.dataset.calendar import Calendar
    from rctui.demo.dataset.shop import opened_shop

    return opened_shop(Calendar(now_ms=0))


def _web_catalogue() -> Catalogue:
    from rctui.demo.dataset.calendar import Calendar
    from rctui.demo.dataset.web_shop import opened_web_shop

    return opened_web_shop(Calendar(now_ms=0)).catalogue


def _app(options: DemoOptions, faults: Faults | None, clock: Callable[[], int]) -> SimulatedService:
    from rctui.demo.projects import web_world
    from rctui.demo.server import create_app
    from rctui.demo.world import World

    now_ms = clock()
    return create_app(
        World.seeded(options.seed, options.customers, now_ms=now_ms),
        clock=clock,
        faults=faults,
        latency_ms=options.latency_ms,
        keep=0,
        other=lambda: web_world(options.seed, options.customers // 10, now_ms=now_ms),
    )


def _connect(
    app: SimulatedService,
    project: ProjectFacts,
    activity: ActivityLog,
    clock: Callable[[], int],
) -> Backend:
    from rctui.api.connection import Connection
    from rctui.api.reader import CustomerReader
    from rctui.api.transport import Transport
    from rctui.demo.identity import PROJECT_KEYS
    from rctui.demo.in_process import in_process_network
    from rctui.secret import Secret

    key = Secret(PROJECT_KEYS[project.project_id])
    connection = Connection(DEMO_BASE_URL, key, read_only=project.read_only)
    transport = Transport(
        connection,
        network=in_process_network(app),
        on_record=activity.add,
        on_wait=activity.wait,
        now_ms=clock,
    )
    reader = CustomerReader(transport, project.project_id)
    writing = None
    if not project.read_only:
        from rctui.api.writing_line import WritingLine
        from rctui.journal.place import Place
        from rctui.worker.project_writing import Writing

        place = Place.at(project.key, project.project_id, DEMO_BASE_URL)
        line = WritingLine(transport, project.project_id)
        writing = Writing(line, place, project.rules, project.names)
    return Backend(reader, transport.rate_limits, transport.aclose, writing)
