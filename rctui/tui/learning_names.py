"""Names of entitlements, offerings, products, apps and currencies: read once a day, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from rctui.errors import RctuiError
from rctui.tables.commands import Command
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.learned import NamesLearned
from rctui.tui.many.at_hand import ManyAtHand
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rctui.config.learned_names import LearnedNames
    from rctui.customers.catalogue_names import CatalogueNames
    from rctui.wiring.opening import ProjectFacts


class _Recalled(Message):
    """What was kept has been read."""

    def __init__(self, project: ProjectFacts, is_fresh: bool) -> None:
        super().__init__()
        self.project = project
        self.is_fresh = is_fresh


class _CatalogueRead(Message):
    """The worker has answered for the catalogue."""

    def __init__(self, project: ProjectFacts, answer: Answer[CatalogueNames], aloud: bool) -> None:
        super().__init__()
        self.project = project
        self.answer = answer
        self.aloud = aloud


class _Kept(Message):
    """What the catalogue says is known now; `trouble` is why it is not on the disk, or empty."""

    def __init__(self, trouble: SafeText, told: CatalogueNames, aloud: bool) -> None:
        super().__init__()
        self.trouble = trouble
        self.told = told
        self.aloud = aloud


class LearningNames(ManyAtHand):
    """The part of the application that finds out what things are called.

    Never before the first page of customers is there, nor before a customer is looked for: nobody
    waits for names, and a list has none.
    """

    learns_names = False
    """Whether names are looked for without being asked to."""
    _names_looked_for: frozenset[str] = frozenset()
    """The projects whose names were looked for in this run."""

    def look_for_names(self) -> None:
        """Read what is kept of the project on screen, and the catalogue where that is old."""
        project, session = self.session.project, self.session
        if not self.learns_names or project.key in self._names_looked_for:
            return
        self._names_looked_for |= {project.key}

        def recall() -> None:
            try:
                kept = session.opening.names.of(project.base_url, project.project_id)
            except RctuiError:
                kept = session.opening.names.now(project.base_url, project.project_id)
            self.post_message(_Recalled(project, kept.is_fresh(session.now_ms())))

        session.worker.post(recall)

    def on__recalled(self, message: _Recalled) -> None:
        """Show the names that were kept, and ask for newer ones where they are old."""
        self._say_names_changed()
        if not message.is_fresh:
            self._read_catalogue(message.project, aloud=False)

    def fetch_names_again(self) -> None:
        """Ask the catalogue now, however young the names are."""
        self.say(label("Asking the catalogue for names…"))
        self._read_catalogue(self.session.project, aloud=True)

    def learn_names(self, names: Mapping[str, str]) -> None:
        """Keep names that answers carried beside their ids."""
        opening, project = self.session.opening, self.session.project
        known = project.names.learned
        new = {id_: name for id_, name in names.items() if known.get(id_) != name}
        if not new or not self.learns_names:
            return

        def learn() -> None:
            # Where they can't be kept, they are met again.
            _unless_it_fails(lambda: opening.names.learn(project.base_url, project.project_id, new))

        self.session.worker.post(learn)

    @property
    def names_known(self) -> LearnedNames:
        """What was learned of the project on screen."""
        project = self.session.project
        return self.session.opening.names.now(project.base_url, project.project_id)

    def more_commands(self) -> Iterator[Command]:
        """Ask for names anew, in the palette."""
        from rctui.customers.names_age import names_words

        yield from super().more_commands()
        words = names_words(self.names_known, self.session.now_ms())
        yield Command(
            "names-fetch-again",
            label("Names: fetch again"),
            label(""),
            phrase("Ask the catalogue what ids are called. Now: {}.", words),
            self.fetch_names_again,
        )

    def _read_catalogue(self, project: ProjectFacts, *, aloud: bool) -> None:
        from rctui.customers.catalogue_names import ReadCatalogueNames

        self.session.worker.read(
            project.key,
            ReadCatalogueNames(),
            Need.BACKGROUND,
            lambda answer: self.post_message(_CatalogueRead(project, answer, aloud)),
        )

    def on__catalogue_read(self, message: _CatalogueRead) -> None:
        """Keep what the catalogue says. What went wrong is said to those who asked."""
        from rctui.config.learned_names import LearnedNames

        answer, project = message.answer, message.project
        if answer.value is None:
            if message.aloud and answer.failure is not None:
                self.say_trouble(phrase("No names: {}", answer.failure.sentence))
            return
        told, names = answer.value, self.session.opening.names
        learned = LearnedNames(told.names, told.titles, answer.at_ms, told.needs)

        def keep() -> None:
            words = _unless_it_fails(
                lambda: names.keep(project.base_url, project.project_id, learned)
            )
            self.post_message(_Kept(words if message.aloud else label(""), told, message.aloud))

        self.session.worker.post(keep)

    def on__kept(self, message: _Kept) -> None:
        """Say what was learned to those who asked, and show it."""
        self._say_names_changed()
        if not message.aloud:
            return
        if message.trouble.plain:
            self.say_trouble(phrase("The names are not kept: {}", message.trouble))
        elif message.told.needs:
            first = safe(message.told.needs[0])
            words = "{} names. The key lacks {}; ids and names met elsewhere still work."
            self.say(phrase(words, len(message.told.names), first))
        else:
            self.say(phrase("{} names from the catalogue.", len(message.told.names)))

    def _say_names_changed(self) -> None:
        for screen in self.screen_stack:
            screen.post_message(NamesLearned())


def _unless_it_fails(do: Callable[[], None]) -> SafeText:
    """Do it; why it could not be done, or nothing."""
    try:
        do()
    except RctuiError as error:
        return safe(error.message)
    return label("")
