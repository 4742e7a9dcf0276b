"""What the screens are opened on: one project, its worker, and the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.clock import epoch_ms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from rctui.customers.verdicts.access import Viewpoint
    from rctui.wiring.opening import Opening, ProjectFacts
    from rctui.worker.activity import ActivityLog
    from rctui.worker.api_worker import ApiWorker


GUARD_S = 0.3
"""How long after it can be seen a review takes no answer."""


class Session(NamedTuple):
    """Everything a screen needs from outside the toolkit."""

    opening: Opening
    """Every project there is, and how the program was started."""
    project: ProjectFacts
    """The one on screen."""
    worker: ApiWorker
    activity: ActivityLog
    now_ms: Callable[[], int] = epoch_ms
    zone: tzinfo | None = None
    """The time zone that instants are shown in; `None` is the machine's."""
    guard_s: float = GUARD_S
    """How long after it can be seen a review takes no answer."""
    start_text: str = ""
    """What to find at once, as typed on the command line."""

    def viewpoint(self, now_ms: int) -> Viewpoint:
        """From where sentences about a customer are said."""
        from rctui.customers.verdicts.access import Viewpoint

        return Viewpoint(self.project.names, now_ms, self.zone)
