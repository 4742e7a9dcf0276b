"""The server's projects: the first one, and another that is made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.demo.identity import DEMO_PROJECT_ID, OTHER_PROJECT_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.demo.world import World


class Projects:
    """Worlds by project. Nothing of the second one exists before its first request."""

    def __init__(self, first: World, other: Callable[[], World]) -> None:
        self._other = other
        self._made = {DEMO_PROJECT_ID: first}

    def world_of(self, project_id: str) -> World:
        """The customers and the catalogue of a project that has a key."""
        if project_id == OTHER_PROJECT_ID and project_id not in self._made:
            self._made[project_id] = self._other()
        return self._made[project_id]

    def made(self) -> Iterator[tuple[str, World]]:
        """The projects that were asked for, each with its id."""
        yield from self._made.items()


def web_world(seed: int = 7, customers: int = 40, *, now_ms: int) -> World:
    """The second project, of `customers` customers but at least those that have a story."""
    from rctui.demo.crowd import Crowd
    from rctui.demo.dataset.calendar import Calendar
    from rctui.demo.dataset.web_cast import BLOCKED, HABITS, named_customers
    from rctui.demo.dataset.web_shop import opened_web_shop
    from rctui.demo.world import World

    shop = opened_web_shop(Calendar(now_ms))
    cast = list(named_customers(shop))
    # Another seed, so that nobody of the crowd is in both projects by accident.
    crowd = Crowd(seed + 1, max(0, customers - len(cast)), shop, HABITS)
    return World.of(crowd, cast, BLOCKED)
