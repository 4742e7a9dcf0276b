"""The answers of the first start, from the words that were typed: pure functions."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from rctui.config.key_source import read_key_source
from rctui.config.new_project import NewProject
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.form import Choice, Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.key_source import KeySource

KEY: Final = "key"
PROJECT_ID: Final = "project-id"
NAME: Final = "name"
RISK: Final = "risk"
PROTECTION: Final = "protection"
QUESTIONS: Final = (
    Question(
        KEY,
        label("Key from"),
        label("env NAME · file PATH · keyring ENTRY · command op read op://…"),
        "env RC_ACME_KEY",
    ),
    Question(
        PROJECT_ID,
        label("Project id"),
        label("proj… · the key is asked for it · in the dashboard: Project settings, General"),
    ),
    Question(NAME, label("Name"), label("short, for --project and the header, such as acme")),
    Question(
        RISK,
        label("Risk"),
        label("high: a banner in words and more care"),
        "normal",
        (Choice("normal"), Choice("high")),
    ),
    Question(
        PROTECTION,
        label("Protection"),
        label("open: fewer reviews"),
        "guarded",
        (Choice("guarded"), Choice("open"), Choice("read-only")),
    ),
)
_IDS: Final = {
    PROJECT_ID: re.compile(r"[A-Za-z0-9_-]{1,100}"),
    NAME: re.compile(r"[A-Za-z0-9_-]{1,40}"),
}
_CLEARED: Final = label("That is the key itself; it has been cleared. Say where it is kept.")
_NO_PLACE_FOR_KEYS: Final = label(
    "That is an API key; it has been cleared. It belongs nowhere here."
)
_LIKE_A_KEY: Final = re.compile(r"(?:sk|atk)_\S+")


class Unfit(Exception):
    """An answer that can't be used."""

    is_secret = False
    """Whether the answer is a key, which must not stay where it can be read."""

    def __init__(self, question: str, words: SafeText) -> None:
        super().__init__(words.plain)
        self.question = question
        """The id of the question."""
        self.words = words


class KeyItself(Unfit):
    """A key where only words about it belong."""

    is_secret = True

    def __init__(self, question: str) -> None:
        super().__init__(question, _CLEARED if question == KEY else _NO_PLACE_FOR_KEYS)


def new_project(answers: Mapping[str, str], title: str = "", base_url: str = "") -> NewProject:
    """The project that the answers describe. Raises Unfit for the first that can't be used.

    `title` is what the project is called in words, if that is known. What else may be wrong with
    it is found by the configuration's own validation.
    """
    said = {question.id: answers.get(question.id, "").strip() for question in QUESTIONS}
    for question, answer in said.items():
        check(question, answer)
    return NewProject(
        said[NAME],
        said[PROJECT_ID],
        key_source(said[KEY]),
        title,
        said[PROTECTION],
        said[RISK],
        base_url,
    )


def check(question: str, answer: str) -> None:
    """Whether one answer can be used by itself. Raises Unfit."""
    answer = answer.strip()
    if question == KEY:
        key_source(answer)
    elif not answer:
        raise Unfit(question, label("This is needed."))
    elif question in _IDS and _LIKE_A_KEY.fullmatch(answer):
        raise KeyItself(question)
    elif question in _IDS and not _IDS[question].fullmatch(answer):
        raise Unfit(question, label("Letters, digits, - and _ only, and not too long."))
    _check_choice(question, answer)


def _check_choice(question: str, answer: str) -> None:
    for one in QUESTIONS:
        values = [choice.value for choice in one.choices]
        if one.id == question and values and answer not in values:
            raise Unfit(question, phrase("Say {}.", safe(" or ".join(values))))


def key_source(text: str) -> KeySource:
    """Where the key is. Raises Unfit."""
    kind, _, detail = text.strip().partition(" ")
    if _LIKE_A_KEY.search(text):
        raise KeyItself(KEY)
    if kind not in ("env", "file", "keyring", "command") or not detail.strip():
        raise Unfit(KEY, label("Say where the key is: env, file, keyring or command, then what."))
    try:
        value = shlex.split(detail) if kind == "command" else detail.strip()
        return read_key_source({kind: value})
    except ValueError as error:
        raise Unfit(KEY, safe(f"The key's source {error}.")) from error
