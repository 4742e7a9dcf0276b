"""One export under way: read on the worker, then written beside the screens' thread."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

from rctui.errors import RctuiError
from rctui.exports.saving import content_of, save
from rctui.worker.answers import Need

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rctui.customers.whole import SoFar
    from rctui.exports.saving import Form
    from rctui.text.safe_text import SafeText
    from rctui.tui.lists.exporting import Exportable
    from rctui.tui.session import Session
    from rctui.worker.answers import Answer


@dataclass(frozen=True, slots=True)
class Order:
    """What is exported, as what, and where to."""

    what: Exportable
    form: Form
    path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """The file or folder is there."""

    order: Order
    rows: int
    missing: tuple[SafeText, ...]


class ExportRun:
    """Can be cancelled until the file is there; then nothing of it stays behind."""

    def __init__(self, session: Session, order: Order) -> None:
        self.order = order
        self._session = session
        self._load: int | None = None
        self._cancelled = Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody wants it any more."""
        return self._cancelled.is_set()

    def read(self, tell: Callable[[SoFar], object], reply: Callable[[Answer[Any]], object]) -> bool:
        """Ask for what must be read; whether there is anything. Both are called on the worker."""
        if self.order.what.read is None:
            return False
        worker, project = self._session.worker, self._session.project.key
        self._load = worker.read(project, self.order.what.read(tell), Need.OTHER_TAB, reply)
        return True

    def write(self, value: object) -> Written | RctuiError | None:
        """Write what was read; `None` where it was cancelled. Blocks: not for the screens."""
        document = self.order.what.document(value)
        content = content_of(document, self.order.form)
        if self.is_cancelled:
            return None
        try:
            save(content, self.order.path)
        except RctuiError as error:
            return error
        return Written(self.order, document.rows, document.missing)

    def cancel(self) -> None:
        """Read no more and write nothing."""
        self._cancelled.set()
        if self._load is not None:
            self._session.worker.drop(self._load)
