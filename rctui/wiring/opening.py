"""What a front end is opened on: the known projects and how to connect to each."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rctui.config.errors import NothingConfigured
from rctui.config.keymap import Keymap
from rctui.config.learned_names import NamesCache
from rctui.config.remembered import RememberedCustomers
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.names import Names
from rctui.errors import RctuiError
from rctui.wiring.first_words import project_words
from rctui.worker.write_means import WriteMeans

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from rctui.config.new_project import NewProject
    from rctui.config.settings import Settings
    from rctui.playbooks.playbook import Playbook
    from rctui.text.safe_text import SafeText
    from rctui.wiring.discovery import Discovery
    from rctui.worker.activity import ActivityLog
    from rctui.worker.api_worker import Backend


def no_playbooks() -> tuple[Playbook, ...]:
    """What there is where none is configured."""
    return ()


def never() -> bool:
    """Where there is no file, none changes."""
    return False


def default_settings() -> Settings:
    """What holds where nothing is configured, as in the demo."""
    from rctui.config.settings import Settings

    return Settings()


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What is known of a project without asking anyone."""

    key: str
    """What the configuration calls it."""
    name: str
    high_risk: bool = False
    read_only: bool = False
    names: Names = field(default_factory=Names)
    protection: str = "guarded"
    """`open`, `guarded` or `read-only`, flags included."""
    theme: str = ""
    """The theme of this project, or empty for the general one."""
    project_id: str = ""
    """RevenueCat's id of it."""
    base_url: str = ""
    """Where its API is, without a slash at the end."""
    restore_behavior: str = "unknown"
    """What the app's project is set to, as far as the configuration says."""
    rules: WriteRules = field(default_factory=WriteRules)
    """What may be changed, and how sure one must be."""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Ids of the columns that a list shows, by the list's name; the others show all."""

    @property
    def words(self) -> tuple[SafeText, ...]:
        """The project as a header says it."""
        return project_words(self.name, high_risk=self.high_risk, read_only=self.read_only)


class ScreenPreferences(NamedTuple):
    """What the configuration says about the screen. A flag wins over it."""

    theme: str = ""
    """A theme's name, or empty to choose by oneself."""
    mouse: bool | None = None
    """`None` is to choose by oneself."""
    plain_driver: bool = False
    clipboard: str = "auto"
    """`auto`, `native`, `tmux`, `osc52` or `off`."""
    remember_recent: bool = True
    """Whether ids of customers that were opened are kept on disk."""
    keymap: Keymap = Keymap()
    """Keys of one's own, as written; checked where the actions are known."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The projects to look at, and how to reach them once somebody asks."""

    projects: tuple[ProjectFacts, ...]
    """Every known project, as configured; empty on the first start."""
    connect: Callable[[str], Awaitable[Backend]]
    """Builds the connection to a project, by its key. Raises RctuiError."""
    activity: ActivityLog
    """Every request of this run."""
    chosen: str = ""
    """The key of the project to begin with."""
    in_process: bool = False
    """Whether the server is part of this process, so that there is no line to wait for."""
    settings: Callable[[], Settings] = default_settings
    """Everything that is configured, checked. Takes tens of ms at first: call it on the worker.
    Raises ConfigError."""
    playbooks: Callable[[], tuple[Playbook, ...]] = no_playbooks
    """What a team has agreed on. As slow as `settings` at first."""
    screen: ScreenPreferences = field(default_factory=ScreenPreferences)
    config_file: Path | None = None
    """Where a project can be added; need not exist. `None` in the demo."""
    config_changed: Callable[[], bool] = never
    """Whether that file says something else now, themes left aside. Reads it."""
    state_folder: Path | None = None
    """Where what must outlast the program is kept. `None` in the demo."""
    remembered: RememberedCustomers = field(default_factory=RememberedCustomers)
    """Pinned and recent customers, by id."""
    set_up: Callable[[NewProject], Opening] | None = None
    """Adds a project to the configuration and opens it anew. Blocks; raises ConfigError and
    FilesError, and then nothing was changed. `None` in the demo."""
    discovery: Discovery | None = None
    """Asks which project a key is for. `None` in the demo."""
    writing: WriteMeans = field(default_factory=WriteMeans)
    """The journal and the recovery files; without a journal nothing is written."""
    names: NamesCache = field(default_factory=NamesCache)
    """What was learned of ids in this run and before."""
    warnings: tuple[SafeText, ...] = ()
    """What a person should know about the configuration although it works."""

    def recall_names(self) -> None:
        """Read what was learned of the project to begin with. What can't be read is not known."""
        for project in self.projects:
            if project.key == self.chosen:
                with suppress(RctuiError):
                    self.names.of(project.base_url, project.project_id)

    @property
    def project(self) -> ProjectFacts:
        """The project to begin with. Raises NothingConfigured on the first start."""
        for project in self.projects:
            if project.key == self.chosen:
                return project
        raise NothingConfigured(self.config_file or Path())
