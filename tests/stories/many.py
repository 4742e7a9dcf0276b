"""A desk with playbooks, and plans in a folder, for stories about many customers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.stories.writes.desk import Desk
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.wiring.opening import Opening


@dataclass
class ManyDesk(Desk):
    """A desk that keeps plans, if it has a folder."""

    state: Path | None = None

    @property
    def opening(self) -> Opening:
        """With a folder for state."""
        return replace(super().opening, state_folder=self.state)

    def fresh(self, count: int) -> list[str]:
        """Customers of one's own, with nothing."""
        return [fresh(self.world) for _ in range(count)]
