"""rctui on the real API: the configuration becomes projects and connections."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rctui.config.first_look import literal_key_warning, look_at
from rctui.config.keymap import keymap_of
from rctui.config.learned_names import NamesCache
from rctui.config.reading import URL_VARIABLE
from rctui.config.remembered import RememberedCustomers
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.journal.journal import Journal
from rctui.text.safe_text import safe
from rctui.wiring.discovery import Discovery
from rctui.wiring.learned import names_of
from rctui.wiring.opening import Opening, ProjectFacts, ScreenPreferences
from rctui.worker.activity import ActivityLog
from rctui.worker.api_worker import Backend
from rctui.worker.write_means import WriteMeans

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.config.first_look import FirstLook, Looked, ProjectLook
    from rctui.config.new_project import NewProject
    from rctui.config.reading import Reading
    from rctui.config.settings import ProjectSettings, Settings
    from rctui.playbooks.playbook import Playbook
    from rctui.secret import Secret


class LiveOptions(NamedTuple):
    """What the command line says about the project."""

    project: str = ""
    """A configured project; empty for the default one."""
    config: str = ""
    """Another configuration file."""
    read_only: bool = False
    """Refuse every change, whatever the configuration allows."""


def open_live(
    options: LiveOptions, environment: Mapping[str, str], looked: Looked | None = None
) -> Opening:
    """The configured projects; none is an opening without projects, for the first start.

    Cheap: nothing is validated in full and no key is fetched before `connect` is called.
    `looked` is the configuration where it was looked at already. Raises ConfigError, FilesError.
    """
    looked = looked or look_at(environment, options.config, options.project)
    reading, look = looked.reading, looked.look
    activity = ActivityLog()
    names = NamesCache(reading.paths.cache)

    @cache
    def settings() -> Settings:
        from rctui.config.validation import validate

        return validate(reading)

    async def connect(project: str) -> Backend:
        line = _Line(reading, settings, environment, options, activity, names)
        return await _connect(line, project)

    def set_up(project: NewProject) -> Opening:
        from rctui.config.writing import add_project

        add_project(reading.paths, project)
        return open_live(options._replace(project=project.key), environment)

    def config_changed() -> bool:
        from rctui.config.changed import has_changed

        return has_changed(reading)

    return Opening(
        tuple(_facts(project, options, names) for project in look.projects),
        connect,
        activity,
        chosen=look.chosen,
        settings=settings,
        playbooks=lambda: _playbooks(settings),
        screen=_screen(look, reading),
        config_file=reading.paths.config_file,
        config_changed=config_changed,
        state_folder=reading.paths.state,
        remembered=RememberedCustomers(
            reading.paths.state / "customers.json", keep_recent=look.remember_recent
        ),
        set_up=set_up,
        discovery=Discovery(
            environment, reading.paths.config_file.parent, environment.get(URL_VARIABLE, "")
        ),
        writing=WriteMeans(
            Journal.in_folder(reading.paths.state),
            RecoveryFiles(reading.paths.state / "recovery", lambda: settings().recovery_days),
        ),
        names=names,
        warnings=tuple(
            safe(literal_key_warning(project.key))
            for project in look.projects
            if project.literal_key
        ),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """All that a connection is made of."""

    reading: Reading
    settings: Callable[[], Settings]
    environment: Mapping[str, str] = field(repr=False)
    options: LiveOptions
    activity: ActivityLog
    names: NamesCache


async def _connect(line: _Line, project: str) -> Backend:
    from rctui.api.connection import Connection
    from rctui.api.reader import CustomerReader
    from rctui.api.transport import Transport
    from rctui.api.writing_line import WritingLine
    from rctui.journal.place import Place
    from rctui.worker.project_writing import Writing

    settings = line.settings()
    chosen = settings.projects[project]
    # Fetching blocks: a keyring may ask, a command may run.
    api_key = await asyncio.to_thread(_api_key, line, settings, chosen)
    connection = Connection(
        chosen.base_url,
        api_key,
        read_only=line.options.read_only or chosen.protection == "read-only",
        ca_file=_ca_file(line, chosen),
        use_env_proxy=chosen.use_env_proxy,
    )
    transport = Transport(connection, on_record=line.activity.add, on_wait=line.activity.wait)
    reader = CustomerReader(transport, chosen.project_id)
    writing = None
    if not connection.read_only:
        writing = Writing(
            WritingLine(transport, chosen.project_id),
            Place.at(project, chosen.project_id, chosen.base_url),
            _rules(
                chosen.require_ticket,
                chosen.limits.max_grant_days,
                chosen.limits.max_credit,
                high_risk=chosen.risk == "high",
                protection=chosen.protection,
            ),
            names_of(line.names, chosen.names, chosen.base_url, chosen.project_id),
        )
    return Backend(reader, transport.rate_limits, transport.aclose, writing)


def _rules(
    require_ticket: bool,
    max_grant_days: int | None,
    max_credit: Mapping[str, int],
    *,
    high_risk: bool,
    protection: str,
) -> WriteRules:
    """What a project allows in a change, in the terms of its configuration."""
    is_open = protection == "open"
    return WriteRules(require_ticket, max_grant_days, max_credit, high_risk, is_open)


def _playbooks(settings: Callable[[], Settings]) -> tuple[Playbook, ...]:
    from rctui.wiring.playbooks import playbooks_of

    return playbooks_of(settings())


def _api_key(line: _Line, settings: Settings, project: ProjectSettings) -> Secret:
    from rctui.config.api_key import fetch_api_key
    from rctui.config.key_source import EnvironmentKey

    sources = [other.api_key for other in settings.projects.values()]
    variables = {source.variable for source in sources if isinstance(source, EnvironmentKey)}
    folder = line.reading.paths.config_file.parent
    return fetch_api_key(project.api_key, line.environment, folder=folder, key_variables=variables)


def _ca_file(line: _Line, project: ProjectSettings) -> str:
    """The file with the project's own certificates; a relative path starts at the configuration."""
    from rctui.config.paths import expanded

    if not project.ca_file:
        return ""
    folder = line.reading.paths.config_file.parent
    return str(expanded(project.ca_file, line.environment, folder))


def _facts(look: ProjectLook, options: LiveOptions, names: NamesCache) -> ProjectFacts:
    protection = "read-only" if options.read_only else look.protection
    return ProjectFacts(
        look.key,
        look.name,
        high_risk=look.high_risk,
        read_only=protection == "read-only",
        names=names_of(names, look.names, look.base_url, look.project_id),
        protection=protection,
        theme=_chosen_theme(look.theme),
        project_id=look.project_id,
        base_url=look.base_url,
        restore_behavior=look.restore_behavior,
        columns=look.columns,
        rules=_rules(
            look.require_ticket,
            look.max_grant_days,
            look.max_credit,
            high_risk=look.high_risk,
            protection=look.protection,
        ),
    )


def _screen(look: FirstLook, reading: Reading) -> ScreenPreferences:
    return ScreenPreferences(
        theme=_chosen_theme(look.theme),
        mouse={"on": True, "off": False}.get(look.mouse),
        plain_driver=look.driver == "plain",
        clipboard=look.clipboard,
        remember_recent=look.remember_recent,
        keymap=keymap_of(reading, look.keymap),
    )


def _chosen_theme(configured: str) -> str:
    return "" if configured == "auto" else configured
