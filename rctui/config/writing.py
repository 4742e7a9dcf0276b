"""Add a project to the configuration file.

The file belongs to a person: comments, order and spacing stay byte for byte, and the new table
is put at the end. What would come out is checked in full before anything is replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomli_w

from rctui.config.errors import ConfigError, ConfigProblems
from rctui.config.key_source import CommandKey, EnvironmentKey, FileKey, KeyringKey, LiteralKey
from rctui.config.reading import Reading
from rctui.config.toml_file import TomlFile, read_toml
from rctui.config.toml_text import parse
from rctui.config.validation import validate
from rctui.files.atomic import write_atomically
from rctui.files.locks import locked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rctui.config.key_source import KeySource
    from rctui.config.new_project import NewProject
    from rctui.config.paths import Paths


def add_project(paths: Paths, project: NewProject) -> None:
    """Append a project to the file, which is made if there is none.

    Raises ConfigError, and then the file is as it was, and FilesError.
    """
    with locked(paths.config_file):
        write_atomically(paths.config_file, content_with(paths, project))


def content_with(paths: Paths, project: NewProject) -> bytes:
    """The file as it would be with the project. Raises ConfigError, FilesError."""
    file = _existing(paths.config_file)
    before = file.data if file else {}
    if file:
        validate(Reading(paths, file, before, {}))
    if project.key in before.get("projects", {}):
        raise ConfigError(
            f"There is a project called {project.key} already in {paths.config_file}.",
            hint="Choose another name, or change it there by hand.",
        )
    written = _with_project(file.content if file else b"", before, project)
    _check(paths, written)
    return written


def project_toml(project: NewProject) -> str:
    """The table that describes a project."""
    lines = {
        "name": project.name or project.key,
        "project_id": project.project_id,
        "api_key": _source_table(project.api_key),
        "protection": project.protection,
        "risk": project.risk,
    }
    if project.base_url:
        lines["base_url"] = project.base_url
    body = [f"{name} = {_value(value)}" for name, value in lines.items()]
    return "\n".join([f"[projects.{_name(project.key)}]", *body, ""])


def _with_project(content: bytes, before: Mapping[str, Any], project: NewProject) -> bytes:
    others = list(before.get("projects", {}))
    head = "" if "default_project" in before else _default_line([*others, project.key])
    gap = "\n" if content or head else ""
    if content and not content.endswith(b"\n"):
        gap = "\n\n"
    line_end = "\r\n" if b"\r\n" in content else "\n"
    tail = gap + project_toml(project)
    return _encoded(head, line_end) + content + _encoded(tail, line_end)


def _default_line(projects: list[str]) -> str:
    """Several projects need a choice; the one that was there first keeps being opened."""
    return f"default_project = {_value(projects[0])}\n"


def _encoded(text: str, line_end: str) -> bytes:
    return text.replace("\n", line_end).encode()


def _check(paths: Paths, written: bytes) -> None:
    text = written.decode().replace("\r\n", "\n")
    tree = parse(str(paths.config_file), text)
    file = TomlFile(paths.config_file, written, text, tree, private=True)
    try:
        validate(Reading(paths, file, tree, {}))
    except ConfigProblems as error:
        raise ConfigProblems(f"{error.source} with the new project", error.problems) from None


def _existing(path: Path) -> TomlFile | None:
    try:
        return read_toml(path)
    except FileNotFoundError:
        return None


def _source_table(source: KeySource) -> dict[str, object]:
    if isinstance(source, EnvironmentKey):
        return {"env": source.variable}
    if isinstance(source, KeyringKey):
        return {"keyring": source.name}
    if isinstance(source, CommandKey):
        return {"command": list(source.argv)}
    if isinstance(source, FileKey):
        return {"file": source.path}
    assert isinstance(source, LiteralKey)
    raise ConfigError(
        "rctui does not write an API key into a file.",
        hint="Name where it is kept: a variable, the keyring, a file or a command.",
    )


def _value(value: object) -> str:
    """A value on one line, so that tables that follow are not taken for its parts."""
    if isinstance(value, dict):
        pairs = [f"{_name(name)} = {_value(inner)}" for name, inner in value.items()]
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


def _name(name: str) -> str:
    """A key, quoted where TOML wants it."""
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
