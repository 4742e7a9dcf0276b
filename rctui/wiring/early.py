"""The worker, started while the toolkit is still being imported: the line takes time by itself."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from rctui.worker.api_worker import ApiWorker

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.wiring.opening import Opening


class BugReports:
    """Keeps the worker's bugs until there is a screen that ends on them. Any thread may report."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: list[BaseException] = []
        self._listener: Callable[[BaseException], object] | None = None

    def report(self, bug: BaseException) -> None:
        """Tell whoever listens, or keep it for them."""
        with self._lock:
            listener = self._listener
            if listener is None:
                self._kept.append(bug)
        if listener is not None:
            listener(bug)

    def listen(self, listener: Callable[[BaseException], object]) -> None:
        """Be told of every bug, those from before as well."""
        with self._lock:
            self._listener = listener
            kept, self._kept = self._kept, []
        for bug in kept:
            listener(bug)


class EarlyWorker:
    """A worker that is connecting already, and what it has to report."""

    def __init__(self, opening: Opening) -> None:
        self.bugs = BugReports()
        self.worker = ApiWorker(opening.connect, on_bug=self.bugs.report, writing=opening.writing)
        self.worker.start()
        self.worker.warm(opening.project.key)


def early_worker(opening: Opening) -> EarlyWorker | None:
    """Connect to the project to begin with; nothing where the server is in this process.

    There it would only take time away from the screens.
    """
    return None if opening.in_process else EarlyWorker(opening)
