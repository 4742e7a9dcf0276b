"""Asking RevenueCat about the answers: which project a key is for, and whether it may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widgets import Input

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.error_words import WHOLE, error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.first_start.answers import KEY, NAME, PROJECT_ID, key_source
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.key_source import KeySource
    from rctui.config.new_project import NewProject
    from rctui.customers.catalogue_names import FoundProject
    from rctui.wiring.discovery import Discovery


class Discovering(Screen[None]):
    """The part of the questions that asks RevenueCat. What was typed is never replaced."""

    def __init__(self, discovery: Discovery | None) -> None:
        super().__init__()
        self._discovery = discovery
        self._asked = ""
        self._found: FoundProject | None = None
        self._is_asking = False
        self._is_told = False
        """Whether the operator knows already that nothing can be asked with this key."""
        self._tried: NewProject | None = None

    def tell(self, question: str, words: SafeText, tone: Tone) -> None:
        """Say something below a question."""
        said = self.query_one(f"#said-{question}", Plain)
        said.show((words, tone))
        said.set_class(bool(words.plain), "-says")
        said.scroll_visible(animate=False)

    def discover(self, text: str) -> None:
        """Ask which project a key is for; the questions go on meanwhile."""
        discovery = self._discovery
        if discovery is None or text == self._asked:
            return
        self._asked, self._found, self._is_told = text, None, False
        self._is_asking = True
        source = key_source(text)
        self.tell(KEY, label("Asking RevenueCat which project the key is for…"), Tone.MUTED)
        self.run_worker(
            lambda: self._ask(discovery, source), thread=True, exclusive=True, group="discovery"
        )

    def _ask(self, discovery: Discovery, source: KeySource) -> None:
        try:
            found = discovery.project(source)
        except RctuiError as error:
            self.app.call_from_thread(self._not_found, error)
        else:
            self.app.call_from_thread(self._take, found)

    def _not_found(self, error: RctuiError) -> None:
        from rctui.wiring.discovery import can_be_asked

        self._is_asking = False
        self._is_told = not can_be_asked(error)
        if self.is_attached:
            self.tell(KEY, _why_unknown(error), Tone.ATTENTION)

    def _take(self, found: FoundProject) -> None:
        from rctui.wiring.discovery import short_name

        self._is_asking = False
        if not self.is_attached:
            return
        self._found = found
        words = phrase("The key is for {} ({}).", safe(found.name), safe(found.id))
        self.tell(KEY, words, Tone.GOOD)
        self._fill(PROJECT_ID, found.id)
        self._fill(NAME, short_name(found.name))

    def _fill(self, question: str, value: str) -> None:
        box = self.query_one(f"#{question}", Input)
        if not box.value.strip():
            box.value = value
            box.cursor_position = len(value)
            self.tell(question, label(""), Tone.MUTED)

    def must_be_tried(self, project: NewProject) -> bool:
        """Whether the key has still to show that it may read the project.

        What was said already need not be said twice: then it is kept all the same.
        """
        return self._discovery is not None and not self._is_told and project != self._tried

    def try_out(self, project: NewProject) -> tuple[str, SafeText] | None:
        """Read a customer; where that fails, at which question and why. Blocks."""
        from rctui.wiring.discovery import blames_the_project

        assert self._discovery is not None
        try:
            self._discovery.try_out(project)
        except RctuiError as error:
            self._tried = project
            question = PROJECT_ID if blames_the_project(error) else KEY
            return question, error_words(error, limit=WHOLE)
        return None

    @property
    def base_url(self) -> str:
        """Another server than RevenueCat's that was asked, or empty."""
        return "" if self._discovery is None else self._discovery.base_url

    def title_of(self, answers: Mapping[str, str]) -> str:
        """What the project is called in words, where the key has told that of this one."""
        found = self._found
        is_it = found is not None and answers.get(PROJECT_ID, "").strip() == found.id
        return found.name if found is not None and is_it else ""


def _why_unknown(error: RctuiError) -> SafeText:
    """Why the key's project is not known. That the key may not tell it is no fault."""
    permission = getattr(error, "permission", None)
    if permission is None:
        return error_words(error, limit=WHOLE)
    return phrase(
        "The key may not tell its project ({}), which is fine.", safe(permission)
    ) + label(" Type its id.")
