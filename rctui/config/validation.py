"""The tree becomes settings, or everything that is wrong with it, together."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from rctui.config.errors import ConfigProblems, Problem
from rctui.config.key_form import why_no_key
from rctui.config.key_source import LiteralKey
from rctui.config.reading import FROM_ENVIRONMENT, ID_VARIABLE
from rctui.config.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from rctui.config.reading import Reading

_NEEDED = {
    "string_type": "must be a text",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "list_type": "must be a list",
    "missing": "is missing",
    "string_too_short": "must not be empty",
    "string_too_long": "is too long",
    "string_pattern_mismatch": "must be letters, digits, - and _, and not too long",
}


def validate(reading: Reading) -> Settings:
    """Check everything. Raises ConfigProblems, which names every problem at once."""
    settings, problems = _settings(reading)
    if settings is not None:
        problems += [*_project_problems(reading, settings), *_key_problems(reading, settings)]
    if settings is None or problems:
        in_order = sorted(problems, key=lambda problem: problem.line or 0)
        raise ConfigProblems(reading.source, in_order)
    return settings


def _settings(reading: Reading) -> tuple[Settings | None, list[Problem]]:
    try:
        return Settings.model_validate(reading.tree), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
    return None, [_problem(reading, detail) for detail in details]


def _problem(reading: Reading, detail: ErrorDetails) -> Problem:
    key = tuple(str(part) for part in detail["loc"] if part != "[key]")
    variable = reading.overridden.get(key)
    if variable:
        return Problem(variable, _words(detail, key))
    line = reading.file.line_of(key) if reading.file else None
    return Problem(_dotted(key), _words(detail, key), line)


def _words(detail: ErrorDetails, key: tuple[str, ...]) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown(key)
    if kind == "literal_error":
        return f"must be {context['expected']}"
    if kind == "value_error":
        return str(context["error"])
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return f"must be at {'least' if kind.startswith('greater') else 'most'} {bound}"
    return _NEEDED.get(kind) or detail["msg"]


def _unknown(key: tuple[str, ...]) -> str:
    known = list(_fields_at(key[:-1]))
    near = difflib.get_close_matches(key[-1], known, n=1, cutoff=0.5)
    if near:
        return f"unknown key; did you mean {near[0]}?"
    return f"unknown key; known are {', '.join(known)}" if known else "unknown key"


def _fields_at(table: tuple[str, ...]) -> Iterator[str]:
    """The keys that a table of the file may have."""
    model: Any = Settings
    for part in table:
        if isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(part)
            model = field.annotation if field else None
        else:
            # A table of named things: its second type is what each of them is.
            model = (*get_args(model), None, None)[1]
    if isinstance(model, type) and issubclass(model, BaseModel):
        yield from model.model_fields


def _project_problems(reading: Reading, settings: Settings) -> Iterator[Problem]:
    default = settings.default_project
    if default is not None and default not in settings.projects:
        near = difflib.get_close_matches(default, settings.projects, n=1)
        known = ", ".join(settings.projects) or "none"
        guess = f"did you mean {near[0]}?" if near else f"there are: {known}"
        yield _located(reading, ("default_project",), f"there is no such project; {guess}")
    in_file = reading.file is not None and FROM_ENVIRONMENT in reading.file.data.get("projects", {})
    if in_file:
        words = f"this name is kept for the project of {ID_VARIABLE}"
        yield _located(reading, ("projects", FROM_ENVIRONMENT), words)


def _key_problems(reading: Reading, settings: Settings) -> Iterator[Problem]:
    for name, project in settings.projects.items():
        if isinstance(project.api_key, LiteralKey):
            words = _literal_problem(reading, project.api_key)
            if words:
                yield _located(reading, ("projects", name, "api_key"), words)


def _literal_problem(reading: Reading, literal: LiteralKey) -> str:
    if reading.file and not reading.file.private:
        return f"others can read this key; run: chmod 600 '{reading.file.path}'"
    wrong = why_no_key(literal.key)
    return f"the key {wrong}" if wrong else ""


def _located(reading: Reading, key: tuple[str, ...], words: str) -> Problem:
    return Problem(_dotted(key), words, reading.file.line_of(key) if reading.file else None)


def _dotted(key: tuple[str, ...]) -> str:
    return ".".join(key)
