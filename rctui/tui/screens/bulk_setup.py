"""Bulk: which list, what to do with it, for which ticket."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.bulk.asks import Ask, CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.errors import BadBulkFile
from rctui.bulk.reading import Wish, decoded, read_wishes
from rctui.config.paths import expanded
from rctui.errors import RctuiError
from rctui.files.reading import read_plain
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.screens.export import current_folder
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.playbooks.playbook import Playbook
    from rctui.tui.app import RctuiApp
    from rctui.tui.session import Session

_LIST: Final = "list"
_DO: Final = "do"
_TICKET: Final = "ticket"
_QUESTIONS: Final = (
    (_LIST, label("List"), label("A file with an id a line, or CSV (see the README)")),
    (_DO, label("Do"), label("credit GLD 500 · grant pro 7d · playbook NAME · empty for CSV")),
    (_TICKET, label("Ticket"), label("Number or reason, for the journal.")),
)
_HOW: Final = label("enter goes on, at the end to a plan. Nothing is sent. esc cancels.")


class BulkSetupScreen(ModalScreen[None]):
    """Asks three things; the plan opens on a screen of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False, priority=True),
        Binding("down", "app.focus_next", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    BulkSetupScreen { align: center top; background: $background; }
    BulkSetupScreen VerticalScroll { scrollbar-size: 0 0; }
    BulkSetupScreen #said { padding: 1 0 0 0; }
    """

    class HasRead(Message):
        """The list was read, or could not be."""

        def __init__(self, wishes: tuple[Wish, ...] | RctuiError, source: str) -> None:
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
                for id_, title, hint in _QUESTIONS:
                    yield Plain((title, Tone.ACCENT), (phrase("  {}", hint), Tone.MUTED))
                    yield LineInput(id=id_, select_on_focus=False)
            yield Plain((_HOW, Tone.MUTED), id="said")

    def on_mount(self) -> None:
        """Begin with the list."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query_one(f"#{_LIST}", Input).focus()

    @property
    def _program(self) -> RctuiApp:
        return cast("RctuiApp", self.app)

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
        self._read(self._value(_LIST), ask)

    def _read(self, typed: str, ask: Ask | None) -> None:
        if not typed:
            self._say(label("Name the file that the list is in."), Tone.BAD)
            return
        path = expanded(typed, os.environ, current_folder())
        self._say(label("Reading the list…"), Tone.MUTED)

        def read() -> None:
            try:
                wishes: tuple[Wish, ...] | RctuiError = _wishes(path, ask)
            except RctuiError as error:
                wishes = error
            self.post_message(self.HasRead(wishes, path.name))

        self.run_worker(read, thread=True, group="bulk list")

    @on(HasRead)
    def plan(self, message: HasRead) -> None:
        """Open the plan, or say what is wrong with the list."""
        if isinstance(message.wishes, RctuiError):
            self._refuse(message.wishes)
            return
        many, ticket = self._program.many, self._value(_TICKET)
        self.dismiss(None)
        title = phrase("Plan for {}", safe(message.source))
        many.plan_many(title, message.wishes, many.making(ticket), message.source)

    def _refuse(self, error: RctuiError) -> None:
        parts = [safe(one, limit=1000) for one in (error.message, error.hint) if one]
        self._say(join(" ", parts), Tone.BAD)

    def _say(self, words: SafeText, tone: Tone) -> None:
        self.query_one("#said", Plain).show((words, tone))

    def action_cancel(self) -> None:
        """Close; nothing was read."""
        if self.is_active:
            self.dismiss(None)


def _wishes(path: Path, ask: Ask | None) -> tuple[Wish, ...]:
    content = read_plain(path)
    if content is None:
        raise BadBulkFile(f"There is no file {path}.")
    return read_wishes(decoded(content), ask)


def read_ask(text: str, playbooks: Callable[[], tuple[Playbook, ...]]) -> Ask | None:
    """What `credit GLD 500`, `grant pro 7d` or `playbook NAME` asks for. Raises BadBulkFile."""
    words = text.split()
    if not words:
        return None
    if words[0] == "credit" and len(words) == 3:
        return CreditAsk(words[1], words[2])
    if words[0] == "grant" and len(words) >= 3:
        return GrantAsk(words[1], " ".join(words[2:]))
    if words[0] == "playbook" and len(words) == 2:
        return PlaybookAsk(_playbook(words[1], playbooks))
    raise BadBulkFile(
        f"{text[:60]!a} is nothing that can be done.",
        hint="Such as: credit GLD 500, grant pro 7d, playbook outage.",
    )


def _playbook(name: str, playbooks: Callable[[], tuple[Playbook, ...]]) -> Playbook:
    found = {one.key: one for one in playbooks()}
    if name not in found:
        known = ", ".join(found) or "none is configured"
        raise BadBulkFile(f"There is no playbook {name[:40]!a}.", hint=f"There are: {known}.")
    return found[name]
