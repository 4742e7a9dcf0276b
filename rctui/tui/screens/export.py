"""The export dialog: what, as what, where to; then how far it is, and where the file went."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input

from rctui.config.paths import expanded, home
from rctui.exports.saving import Form, free_name
from rctui.files.errors import FilesError
from rctui.files.new_files import refuse_taken
from rctui.tables.table import Tone
from rctui.text.error_words import WHOLE, error_words
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.lists.export_run import ExportRun, Order, Written
from rctui.tui.server_words import WaitBegan, pause_words
from rctui.tui.typed_ahead import keys_taken
from rctui.tui.widgets.choice_line import ChoiceLine
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.customers.whole import SoFar
    from rctui.errors import RctuiError
    from rctui.tui.lists.exporting import Exportable, Offer
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

_HOW: Final = label("left/right choose. enter goes on, then writes the file. esc closes.")
_FORMS: Final = tuple(Form)
_ABOUT_FORMS: Final = {
    Form.JSON: label("exact, for programs"),
    Form.MARKDOWN: label("tables to read, or to paste into a ticket"),
    Form.CSV: label("for spreadsheets: text that looks like a formula gets an apostrophe"),
}
_NAMES_OF_FORMS: Final = {
    Form.JSON: label("JSON"),
    Form.MARKDOWN: label("Markdown"),
    Form.CSV: label("CSV"),
}
_FOLDER: Final = label("a folder with one file for each list")
_LONGEST: Final = 2000


class _Question(Plain):
    """Stands above its field."""


class ExportScreen(DialogScreen[None]):
    """Asks, then exports. It stays until it is closed, so that the path can be read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False, priority=True),
        # Bound here and not told by the field: the next key must find the next field.
        Binding("enter", "go_on", show=False, priority=True),
        Binding("down", "app.focus_next", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ExportScreen VerticalScroll { scrollbar-size: 0 0; }
    ExportScreen _Question { padding: 1 0 0 0; }
    ExportScreen #said { padding: 1 0 0 0; }
    """

    @dataclass
    class Progressed(Message):
        """The worker has read another page."""

        run: ExportRun
        so_far: SoFar

    @dataclass
    class HasRead(Message):
        """The worker has read everything, or could not."""

        run: ExportRun
        answer: Answer[Any]

    @dataclass
    class Ended(Message):
        """The file is there, or why not; `None` where it was cancelled in time."""

        run: ExportRun
        end: Written | RctuiError | None

    def __init__(self, session: Session, offer: Offer, folder: Path) -> None:
        super().__init__()
        self._session = session
        self._title = offer.title
        self._choices = offer.choices
        self._folder = folder
        self._proposed = ""
        self._run: ExportRun | None = None
        self._is_done = False
        self._so_far = label("")

    def compose(self) -> ComposeResult:
        """Title, three questions, how it goes."""
        with DialogBox(), VerticalScroll(can_focus=False, classes=GIVES_WAY):
            yield Plain((phrase("Export · {}", self._title), Tone.ACCENT))
            yield _Question(label("What"))
            yield ChoiceLine([one.name for one in self._choices], id="what")
            yield _Question(label("Format"), id="about-form")
            yield ChoiceLine([safe(form.value) for form in _FORMS], id="form")
            yield _Question(label("Where"))
            yield LineInput(id="where", select_on_focus=False)
            yield Plain((_HOW, Tone.MUTED), id="said")

    def on_mount(self) -> None:
        """Begin with what there is to choose."""
        self.propose()
        self.query_one("#what" if len(self._choices) > 1 else "#form").focus()

    @property
    def _what(self) -> Exportable:
        return self._choices[self.query_one("#what", ChoiceLine).place]

    @property
    def _form(self) -> Form:
        return _FORMS[self.query_one("#form", ChoiceLine).place]

    @property
    def _where(self) -> Input:
        return self.query_one("#where", Input)

    @on(ChoiceLine.Chosen)
    def propose(self) -> None:
        """Say what the format is for, and where it would go unless that was typed already."""
        is_folder = self._form is Form.CSV and self._what.is_folder
        about = join("; ", [_ABOUT_FORMS[self._form], *([_FOLDER] if is_folder else [])])
        self.query_one("#about-form", Plain).show(label("Format  "), (about, Tone.MUTED))
        if self._where.value == self._proposed:
            free = free_name(self._folder, self._what.stem, self._form, is_folder=is_folder)
            self._proposed = self._where.value = _short(free)

    async def action_go_on(self) -> None:
        """On to the next field; at the last one, write. Afterwards, close."""
        if self._is_done:
            self.dismiss(None)
        elif self._run is None:
            await keys_taken(self)
            if self.focused is self._where:
                self._start()
            else:
                self.focus_next()

    def _start(self) -> None:
        typed = self._where.value.strip()
        if not typed:
            self._say(label("Say where to: a path that is not there yet."), Tone.BAD)
            return
        path = expanded(typed, os.environ, self._folder)
        try:
            refuse_taken(path)
        except FilesError as error:
            self._refused(error)
            return
        run = self._run = ExportRun(self._session, Order(self._what, self._form, path))
        self._say(label("Reading… esc cancels."), Tone.MUTED)
        reads = run.read(
            lambda so_far: self.post_message(self.Progressed(run, so_far)),
            lambda answer: self.post_message(self.HasRead(run, answer)),
        )
        if not reads:
            self._write(run, None)

    def _write(self, run: ExportRun, value: object) -> None:
        self._say(label("Writing… esc cancels."), Tone.MUTED)

        def write() -> None:
            self.post_message(self.Ended(run, run.write(value)))

        self.run_worker(write, thread=True, group="export")

    @on(Progressed)
    def say_progress(self, message: Progressed) -> None:
        """Say how far it is."""
        if message.run is self._run:
            self._so_far = message.so_far.words
            self._say_progress()

    @on(WaitBegan)
    def say_wait(self) -> None:
        """The next page waits for the rate budget, which operators share."""
        if self._run is not None and not self._is_done:
            self._say_progress()

    def _say_progress(self) -> None:
        parts = [one for one in (self._so_far, pause_words(self._session)) if one.plain]
        self._say(phrase("Reading: {} · esc cancels.", join(" · ", parts)), Tone.MUTED)

    @on(HasRead)
    def take_what_was_read(self, message: HasRead) -> None:
        """Write it, or say why it could not be read."""
        if message.run is not self._run:
            return
        failure = message.answer.failure
        if failure is None:
            self._write(message.run, message.answer.value)
        else:
            self._stopped(phrase("Nothing was written. {}", failure.sentence))

    @on(Ended)
    def say_end(self, message: Ended) -> None:
        """Say where it is, or why not; a file that came in spite of a cancel is told too."""
        if isinstance(message.end, Written):
            self._done(message.end)
        elif message.run is self._run and message.end is not None:
            self._refused(message.end)

    def _refused(self, error: RctuiError) -> None:
        self._stopped(error_words(error, limit=WHOLE))

    def _done(self, written: Written) -> None:
        self._is_done = True
        rows: list[SafeText | Toned] = [(_written_words(written), Tone.GOOD)]
        rows += [(phrase("MISSING {}", one), Tone.ATTENTION) for one in written.missing]
        rows.append((label("enter or esc closes."), Tone.MUTED))
        self.query_one("#said", Plain).show_lines(rows)

    def _stopped(self, words: SafeText) -> None:
        self._run = None
        self._say(words, Tone.BAD)

    def _say(self, words: SafeText, tone: Tone) -> None:
        said = self.query_one("#said", Plain)
        said.show((words, tone))
        said.scroll_visible(animate=False)

    def action_cancel(self) -> None:
        """Stop what is under way; where nothing is, close."""
        if self._run is None or self._is_done:
            self.dismiss(None)
            return
        self._run.cancel()
        self._stopped(label("Cancelled: no file was left behind. esc closes."))

    def on_unmount(self) -> None:
        """The program is left: nothing goes on."""
        if self._run is not None:
            self._run.cancel()


def _written_words(written: Written) -> SafeText:
    """How much of what, as what, and where."""
    order, count = written.order, written.rows
    rows = label("1 row") if count == 1 else phrase("{} rows", count)
    form = _NAMES_OF_FORMS[order.form]
    if order.form is Form.CSV and order.what.is_folder:
        form = phrase("{}, {}", form, _FOLDER)
    where = safe(str(order.path), limit=_LONGEST)
    return phrase("Wrote {} ({}) as {} to {}", rows, order.what.name, form, where)


def _short(path: Path) -> str:
    """A path below the user's own folder by `~`."""
    own = home(os.environ)
    return f"~/{path.relative_to(own)}" if path.is_relative_to(own) else str(path)


def current_folder() -> Path:
    """Where rctui was started; the user's own folder where that one is gone."""
    try:
        return Path.cwd()
    except OSError:
        return home(os.environ)
