"""Filling in the project that a key belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widgets import Input

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.first_start.answers import NAME, PROJECT_ID, Unfit, key_source
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.key_source import KeySource
    from rctui.customers.catalogue_names import FoundProject
    from rctui.wiring.discovery import Discovery

_LONG = 2000


class Discovering(Screen[None]):
    """The part of the questions that asks RevenueCat. What was typed is never replaced."""

    def __init__(self, discovery: Discovery | None) -> None:
        super().__init__()
        self._discovery = discovery
        self._asked = ""
        self._found: FoundProject | None = None

    def say_how(self) -> None:
        """Say which keys lead on."""
        how = label("enter goes on, and saves at the last question. esc goes back.")
        self.tell(how, Tone.MUTED)

    def tell(self, words: SafeText, tone: Tone) -> None:
        """Say something above the questions."""
        self.query_one("#said", Plain).show((words, tone))

    def discover(self, text: str) -> None:
        """Ask which project a key is for; the questions go on meanwhile."""
        discovery = self._discovery
        if discovery is None or text == self._asked:
            return
        self._asked = text
        try:
            source = key_source(text)
        except Unfit as unfit:
            self.tell(unfit.words, Tone.BAD)
            return
        self.tell(label("Asking RevenueCat which project the key is for…"), Tone.MUTED)
        self.run_worker(
            lambda: self._ask(discovery, source), thread=True, exclusive=True, group="discovery"
        )

    def _ask(self, discovery: Discovery, source: KeySource) -> None:
        try:
            found = discovery.project(source)
        except RctuiError as error:
            words = safe(f"{error.message} {error.hint}".strip(), limit=_LONG)
            said = phrase("The project is not known: {} Or type its id.", words)
            self.app.call_from_thread(self._not_found, said)
        else:
            self.app.call_from_thread(self._take, found)

    def _not_found(self, words: SafeText) -> None:
        if self.is_attached:
            self.tell(words, Tone.ATTENTION)

    def _take(self, found: FoundProject) -> None:
        from rctui.wiring.discovery import short_name

        if not self.is_attached:
            return
        self._found = found
        self._fill(PROJECT_ID, found.id)
        self._fill(NAME, short_name(found.name))
        words = phrase("The key is for {} ({}).", safe(found.name), safe(found.id))
        self.tell(words, Tone.GOOD)

    def _fill(self, question: str, value: str) -> None:
        box = self.query_one(f"#{question}", Input)
        if not box.value.strip():
            box.value = value
            box.cursor_position = len(value)

    def title_of(self, answers: Mapping[str, str]) -> str:
        """What the project is called in words, where the key has told that of this one."""
        found = self._found
        is_it = found is not None and answers.get(PROJECT_ID, "").strip() == found.id
        return found.name if found is not None and is_it else ""
