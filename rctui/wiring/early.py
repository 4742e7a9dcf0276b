"""The worker, started while the toolkit is still being imported: the line takes time by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.reads import BrowseCustomers
from rctui.worker.api_worker import ApiWorker
from rctui.worker.mailbox import Mailbox

if TYPE_CHECKING:
    from rctui.wiring.opening import Opening


class EarlyWorker:
    """A worker that asks for Find's first page already, and what it has to report."""

    def __init__(self, opening: Opening) -> None:
        self.bugs: Mailbox[BaseException] = Mailbox()
        self.worker = ApiWorker(opening.connect, on_bug=self.bugs.put, writing=opening.writing)
        self.worker.start()
        self.worker.read_ahead(opening.project.key, BrowseCustomers())


def early_worker(opening: Opening) -> EarlyWorker | None:
    """Connect to the project to begin with; nothing where the server is in this process.

    There it would only take time away from the screens.
    """
    return None if opening.in_process else EarlyWorker(opening)
