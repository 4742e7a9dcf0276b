"""The answers of the first start, from the words that were typed: pure functions."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.config.key_source import read_key_source
from rctui.config.new_project import NewProject
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import LiteralString

    from rctui.config.key_source import KeySource

_RISKS: Final = ("normal", "high")
_PROTECTIONS: Final = ("guarded", "read-only", "open")


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form."""

    id: str
    title: SafeText
    hint: SafeText
    start: str = ""
    """What the field holds at first."""


KEY: Final = "key"
PROJECT_ID: Final = "project-id"
NAME: Final = "name"
QUESTIONS: Final = (
    Question(
        KEY,
        label("Key from"),
        label("env RC_ACME_KEY · file ~/.rc-key · keyring acme · command op read op://…"),
        "env RC_ACME_KEY",
    ),
    Question(
        PROJECT_ID,
        label("Project id"),
        label("proj… The key is asked for it; else Project settings, General, in the dashboard."),
    ),
    Question(NAME, label("Name"), label("Short, for --project and the header, such as acme.")),
    Question(
        "risk", label("Risk"), label("normal, or high: a banner in words, more care."), "normal"
    ),
    Question(
        "protection",
        label("Protection"),
        label("guarded, open (fewer reviews) or read-only (nothing can be changed)."),
        "guarded",
    ),
)


class Unfit(Exception):
    """An answer that can't be used."""

    def __init__(self, question: str, words: SafeText) -> None:
        super().__init__(words.plain)
        self.question = question
        """The id of the question."""
        self.words = words


def new_project(answers: Mapping[str, str], title: str = "") -> NewProject:
    """The project that the answers describe. Raises Unfit for the first that can't be used.

    `title` is what the project is called in words, if that is known. What else may be wrong with
    it is found by the configuration's own validation.
    """
    said = {question.id: answers.get(question.id, "").strip() for question in QUESTIONS}
    source = key_source(said[KEY])
    project_id = _needed(PROJECT_ID, said)
    return NewProject(
        _needed(NAME, said),
        project_id,
        source,
        title,
        _one_of("protection", said, _PROTECTIONS),
        _one_of("risk", said, _RISKS),
    )


def _needed(question: str, said: Mapping[str, str]) -> str:
    if not said[question]:
        raise Unfit(question, label("This is needed."))
    return said[question]


def _one_of(question: str, said: Mapping[str, str], allowed: tuple[LiteralString, ...]) -> str:
    if said[question] not in allowed:
        choices = label(" or ").plain.join(allowed)
        raise Unfit(question, phrase("Say {}.", safe(choices)))
    return said[question]


def key_source(text: str) -> KeySource:
    """Where the key is. Raises Unfit."""
    kind, _, detail = text.partition(" ")
    if kind not in ("env", "file", "keyring", "command") or not detail.strip():
        raise Unfit(KEY, label("Say where the key is: env, file, keyring or command, then what."))
    try:
        value = shlex.split(detail) if kind == "command" else detail.strip()
        return read_key_source({kind: value})
    except ValueError as error:
        raise Unfit(KEY, safe(f"The key's source {error}.")) from error
