"""What the first frame says of the projects, read without pydantic.

Whatever looks odd is handed to the full validation at once, which says what is wrong; nothing
is guessed here.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from rctui.config.allowed import Clipboard, Driver, Mouse, Protection, Risk
from rctui.config.base_url import DEFAULT_URL
from rctui.config.errors import ConfigProblems, NothingConfigured, Problem, UnknownProject
from rctui.config.reading import CLIPBOARD_VARIABLE, Reading, read_configuration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PROTECTIONS: Final = get_args(Protection)
_RISKS: Final = get_args(Risk)
_MICE: Final = get_args(Mouse)
_DRIVERS: Final = get_args(Driver)
_CLIPBOARDS: Final = get_args(Clipboard)
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class ProjectLook(NamedTuple):
    """One project, as far as the first frame shows it."""

    key: str
    name: str
    protection: str
    """`open`, `guarded` or `read-only`."""
    high_risk: bool
    theme: str
    """A theme's name, or `auto`."""
    names: Mapping[str, str] = _NOTHING
    literal_key: bool = False
    """Whether the API key stands in the configuration itself."""
    project_id: str = ""
    """As it is written; checked when the project is connected to."""
    base_url: str = DEFAULT_URL
    restore_behavior: str = "unknown"
    require_ticket: bool = False
    max_grant_days: int | None = None
    max_credit: Mapping[str, int] = _NOTHING
    columns: Mapping[str, tuple[str, ...]] = _NOTHING
    """Ids of the columns that a list shows, by the list's name."""


class FirstLook(NamedTuple):
    """What is known before anything is validated."""

    projects: tuple[ProjectLook, ...] = ()
    chosen: str = ""
    """The key of the project to open; empty where there is no project at all."""
    theme: str = "auto"
    mouse: str = "auto"
    driver: str = "auto"
    clipboard: str = "auto"
    remember_recent: bool = True
    """Whether ids of customers that were opened are kept on disk."""
    keymap: Mapping[str, str] = _NOTHING
    """Keys by the id of their action, as written."""


class Looked(NamedTuple):
    """A configuration as found, and what its first look says."""

    reading: Reading
    look: FirstLook


def look_at(environment: Mapping[str, str], config: str = "", project: str = "") -> Looked:
    """Read the configuration and look at it; the texts are what the flags say.

    Raises ConfigUnreadable, ConfigProblems, UnknownProject, NothingConfigured, FilesError.
    """
    reading = read_configuration(environment, config)
    return Looked(reading, first_look(reading, project))


def clipboard_said(environment: Mapping[str, str]) -> str:
    """How the environment says to copy, where there is no configuration. Raises ConfigProblems."""
    way = environment.get(CLIPBOARD_VARIABLE) or "auto"
    if way not in _CLIPBOARDS:
        words = f"must be {', '.join(map(repr, _CLIPBOARDS[:-1]))} or {_CLIPBOARDS[-1]!r}"
        raise ConfigProblems("environment", [Problem(CLIPBOARD_VARIABLE, words)])
    return way


def literal_key_warning(project: str) -> str:
    """What to say of a project whose key stands in the configuration itself."""
    return (
        f"The API key of {project} stands in the configuration file."
        " A reference is safer: env, keyring, command or file."
    )


class _Odd(Exception):
    """A value is not what it should be; the validation will say it better."""


def first_look(reading: Reading, flag: str = "") -> FirstLook:
    """Look at a configuration; `flag` is what `--project` says.

    Raises ConfigProblems where a value is wrong, UnknownProject where the project is.
    """
    try:
        projects = tuple(_projects(reading.tree))
        return FirstLook(
            projects,
            _chosen(reading, projects, flag),
            theme=_text(reading.tree, "theme", "auto"),
            mouse=_one_of(reading.tree, "mouse", _MICE, "auto"),
            driver=_one_of(reading.tree, "driver", _DRIVERS, "auto"),
            clipboard=_one_of(reading.tree, "clipboard", _CLIPBOARDS, "auto"),
            remember_recent=_switch(reading.tree, "remember_recent"),
            keymap=_texts(_table(reading.tree, "keymap")),
        )
    except _Odd as odd:
        from rctui.config.validation import validate

        validate(reading)
        raise AssertionError("the first look and the validation disagree") from odd


def _projects(tree: Mapping[str, Any]) -> Iterator[ProjectLook]:
    for key, table in _table(tree, "projects").items():
        if not isinstance(table, dict):
            raise _Odd
        yield ProjectLook(
            key,
            _text(table, "name", key),
            _one_of(table, "protection", _PROTECTIONS, "guarded"),
            _one_of(table, "risk", _RISKS, "normal") == "high",
            _text(table, "theme", "auto"),
            _texts(_table(table, "names")),
            literal_key=isinstance(table.get("api_key"), str),
            project_id=_text(table, "project_id", ""),
            base_url=_text(table, "base_url", DEFAULT_URL),
            restore_behavior=_text(table, "restore_behavior", "unknown"),
            require_ticket=_switch(table, "require_ticket", otherwise=False),
            max_grant_days=_whole(_table(table, "limits").get("max_grant_days")),
            max_credit=_amounts(_table(_table(table, "limits"), "max_credit")),
            columns=_columns(_table(table, "columns")),
        )


def _chosen(reading: Reading, projects: tuple[ProjectLook, ...], flag: str) -> str:
    keys = [project.key for project in projects]
    wanted = flag or reading.tree.get("default_project")
    if not keys and flag:
        raise NothingConfigured(reading.paths.config_file)
    if flag and flag not in keys:
        raise UnknownProject(
            f"There is no project called {flag} in {reading.source}.",
            hint=f"There are: {', '.join(keys)}.",
        )
    if wanted is None:
        return _only(reading, keys)
    if wanted not in keys:
        raise _Odd
    return str(wanted)


def _only(reading: Reading, keys: list[str]) -> str:
    if len(keys) > 1:
        raise UnknownProject(
            f"{reading.source} has several projects and no default_project.",
            hint=f"Add --project with one of: {', '.join(keys)}.",
        )
    return keys[0] if keys else ""


def _table(tree: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = tree.get(key, {})
    if not isinstance(value, dict):
        raise _Odd
    return value


def _text(tree: Mapping[str, Any], key: str, otherwise: str) -> str:
    value = tree.get(key, otherwise)
    if not isinstance(value, str) or (not value and otherwise):
        raise _Odd
    return value


def _texts(tree: Mapping[str, Any]) -> dict[str, str]:
    return {key: _text(tree, key, "") for key in tree}


def _switch(tree: Mapping[str, Any], key: str, *, otherwise: bool = True) -> bool:
    value = tree.get(key, otherwise)
    if not isinstance(value, bool):
        raise _Odd
    return value


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | None):
        raise _Odd
    return value


def _amounts(tree: Mapping[str, Any]) -> dict[str, int]:
    amounts = {code: _whole(value) for code, value in tree.items()}
    return {code: amount for code, amount in amounts.items() if amount is not None}


def _columns(tree: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    from rctui.config.columns import COLUMN_IDS

    for name, ids in tree.items():
        known = COLUMN_IDS.get(name, ())
        if not isinstance(ids, list) or any(id_ not in known for id_ in ids):
            raise _Odd
    return {name: tuple(ids) for name, ids in tree.items()}


def _one_of(tree: Mapping[str, Any], key: str, allowed: tuple[str, ...], otherwise: str) -> str:
    value = _text(tree, key, otherwise)
    if value not in allowed:
        raise _Odd
    return value
