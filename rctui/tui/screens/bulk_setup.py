"""Bulk: which list, what to do with it, for which ticket."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input

from rctui.bulk.errors import BadBulkFile
from rctui.bulk.looking import look_at
from rctui.bulk.reading import Wish, decoded, read_wishes
from rctui.bulk.typed_asks import read_ask
from rctui.config.paths import expanded
from rctui.errors import RctuiError
from rctui.files.reading import read_plain
from rctui.tables.table import Tone
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.screens.export import current_folder
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.list_box import ListBox
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.bulk.asks import Ask
    from rctui.tui.app import RctuiApp
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned

_LIST: Final = "list"
_DO: Final = "do"
_TICKET: Final = "ticket"
_QUESTIONS: Final = (
    (_DO, label("Do"), label("credit GLD 500 · grant pro 7d · playbook NAME · empty for CSV")),
    (_TICKET, label("Ticket"), label("Number or reason, for the journal.")),
)
_LIST_HINT: Final = label(
    "Paste an id a line, or CSV; or name the file that has them. CSV begins with"
    " customer_id,currency,amount,reference or customer_id,entitlement,duration."
)
_ONE_LINE: Final = "Rows are pasted as several lines, an id or a row of CSV on each."
_HOW: Final = label("enter goes on, at the end to a plan. Nothing is sent. esc cancels.")


class BulkSetupScreen(DialogScreen[None]):
    """Asks three things; the plan opens on a screen of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False, priority=True),
        Binding("down", "app.focus_next", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    BulkSetupScreen VerticalScroll { scrollbar-size: 0 0; }
    BulkSetupScreen #said { padding: 1 0 0 0; }
    """

    class HasRead(Message):
        """The list was read, or could not be."""

        def __init__(self, wishes: tuple[Wish, ...] | RctuiError, source: str) -> None:
            """`source` is the name of the file; empty for what was pasted."""
            super().__init__()
            self.wishes = wishes
            self.source = source

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Title, three fields, how it goes."""
        with DialogBox():
            with VerticalScroll(can_focus=False, classes=GIVES_WAY):
                yield Plain((label("The same change for many customers"), Tone.ACCENT))
                yield Plain(id="about-list")
                yield ListBox(id=_LIST)
                for id_, title, hint in _QUESTIONS:
                    yield Plain((title, Tone.ACCENT), (phrase("  {}", hint), Tone.MUTED))
                    yield LineInput(id=id_, select_on_focus=False)
            yield Plain((_HOW, Tone.MUTED), id="said")

    def on_mount(self) -> None:
        """Begin with the list."""
        self._list.focus()
        self.tell_list()

    @property
    def _program(self) -> RctuiApp:
        return cast("RctuiApp", self.app)

    @property
    def _list(self) -> ListBox:
        return self.query_one(ListBox)

    @on(ListBox.Changed)
    def tell_list(self) -> None:
        """Say what is in a list that was pasted."""
        words, tone = _LIST_HINT, Tone.MUTED
        if self._list.holds_rows:
            words, tone = _list_words(self._list.text)
        title = (label("List"), Tone.ACCENT)
        self.query_one("#about-list", Plain).show(title, (phrase("  {}", words), tone))

    @on(ListBox.Submitted)
    def list_is_there(self) -> None:
        """Enter in the list: on to what to do with it."""
        self.focus_next()

    def _value(self, id_: str) -> str:
        return self.query_one(f"#{id_}", Input).value.strip()

    @on(Input.Submitted)
    def go_on(self, message: Input.Submitted) -> None:
        """On to the next field; at the last one, read the list."""
        message.stop()
        if message.input.id != _TICKET:
            self.focus_next()
            return
        try:
            self._session.project.rules.check_ticket(self._value(_TICKET))
            ask = read_ask(self._value(_DO), self._session.opening.playbooks)
        except RctuiError as error:
            self._refuse(error)
            return
        text = self._list.text
        if self._list.holds_rows:
            self._read(lambda: read_wishes(text, ask), "")
        elif text.strip():
            path = expanded(text.strip(), os.environ, current_folder())
            self._read(lambda: _wishes(path, ask), path.name)
        else:
            self._say(label("Paste the rows, or name the file that they are in."), Tone.BAD)

    def _read(self, read: Callable[[], tuple[Wish, ...]], source: str) -> None:
        self._say(label("Reading the list…"), Tone.MUTED)

        def run() -> None:
            try:
                wishes: tuple[Wish, ...] | RctuiError = read()
            except RctuiError as error:
                wishes = error
            self.post_message(self.HasRead(wishes, source))

        self.run_worker(run, thread=True, group="bulk list")

    @on(HasRead)
    def plan(self, message: HasRead) -> None:
        """Open the plan, or say what is wrong with the list."""
        if isinstance(message.wishes, RctuiError):
            self._refuse(message.wishes)
            return
        many, ticket = self._program.many, self._value(_TICKET)
        self.dismiss(None)
        count = len(message.wishes)
        pasted = label("1 pasted row") if count == 1 else phrase("{} pasted rows", count)
        title = phrase("Plan for {}", safe(message.source) if message.source else pasted)
        many.plan_many(title, message.wishes, many.making(ticket), message.source)

    def _refuse(self, error: RctuiError) -> None:
        self._say(error_words(error, limit=1000), Tone.BAD)

    def _say(self, words: SafeText, tone: Tone) -> None:
        self.query_one("#said", Plain).show((words, tone))

    def action_cancel(self) -> None:
        """Close; nothing was read."""
        if self.is_active:
            self.dismiss(None)


def _wishes(path: Path, ask: Ask | None) -> tuple[Wish, ...]:
    content = read_plain(path)
    if content is None:
        raise BadBulkFile(f"There is no file {path}.", hint=_ONE_LINE)
    return read_wishes(decoded(content), ask)


def _list_words(text: str) -> Toned:
    try:
        look = look_at(text)
    except BadBulkFile as error:
        return error_words(error, limit=300), Tone.BAD
    return look.words, Tone.ATTENTION if look.problems else Tone.GOOD
