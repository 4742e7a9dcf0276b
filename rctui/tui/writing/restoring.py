"""Putting back what a block or a deletion took, from its recovery file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rctui.customers.recovery.recovery_file import read_recovery_file, where_saved
from rctui.errors import RctuiError
from rctui.tables.commands import Command
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.writing.reversing import Reversing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

LISTED_AT_MOST = 20
"""Recovery files that the palette offers, the newest."""


class Restoring(Reversing):
    """The part of the application that opens recovery files, and lets old ones go."""

    def remove_old_recovery_files(self) -> None:
        """Have the worker remove what was kept long enough; a failure is only said."""
        recovery = self.session.opening.writing.recovery
        if recovery.folder is None:
            return

        def remove() -> None:
            try:
                recovery.remove_expired(self.session.now_ms())
            except RctuiError as error:
                words = phrase("Old recovery files are not removed: {}", safe(error.message))
                self.call_later(self.say, words)

        self.session.worker.post(remove)

    def more_commands(self) -> Iterator[Command]:
        """The newest recovery files, in the palette."""
        yield from super().more_commands()
        recovery = self.session.opening.writing.recovery
        try:
            files = recovery.listed()[:LISTED_AT_MOST]
        except RctuiError as error:
            self.say(safe(error.message))
            return
        for file in files:
            words = phrase("Put back what the recovery file {} holds.", safe(file.name))
            yield self._command(file.name, words, partial(self._open_file, file))
        for name, document in recovery.in_memory.items():
            words = phrase("Put back what is saved as {}.", where_saved(name))
            yield self._command(name, words, partial(self._open, document))

    def _command(self, name: str, words: SafeText, run: Callable[[], None]) -> Command:
        why_not = self.why_no_writes()
        return Command(f"restore-{name}", label("Restore"), label(""), words, run, why_not)

    def _open_file(self, file: Path) -> None:
        try:
            document = read_recovery_file(file)
        except RctuiError as error:
            self.say_trouble(error_words(error))
        else:
            self._open(document)

    def _open(self, document: Mapping[str, Any]) -> None:
        from rctui.tui.screens.restore import RestoreScreen

        self.push_screen(RestoreScreen(self.session, document))
