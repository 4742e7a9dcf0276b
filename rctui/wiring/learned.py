"""A project's names: what is configured, and what was learned as far as this run knows.

Whoever holds them sees a name as soon as it is learned, on whatever thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from rctui.customers.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.config.learned_names import LearnedNames, NamesCache


_TOO_MANY: Final = 500
"""As many of one kind as the catalogue is asked for: there may be more."""


class _AsKnownNow(Mapping[str, str]):
    """One mapping of what was learned, always the newest."""

    def __init__(self, newest: Callable[[], Mapping[str, str]]) -> None:
        self._newest = newest

    def __getitem__(self, id_: str) -> str:
        return self._newest()[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._newest())

    def __len__(self) -> int:
        return len(self._newest())


class _ListedNow:
    """The kinds that the catalogue has told whole, as far as this run knows."""

    def __init__(self, newest: Callable[[], LearnedNames]) -> None:
        self._newest = newest

    def __contains__(self, kind: object) -> bool:
        learned = self._newest()
        if learned.at_ms <= 0 or learned.needs:
            return False
        from rctui.customers.known_ids import ENTITLEMENTS, OFFERINGS  # not for the first frame

        beginnings = {"entitlement": ENTITLEMENTS, "offering": OFFERINGS}.get(str(kind))
        if beginnings is None:
            return False
        return sum(id_.startswith(beginnings) for id_ in learned.names) < _TOO_MANY


def names_of(
    cache: NamesCache, configured: Mapping[str, str], base_url: str, project_id: str
) -> Names:
    """The names of a project. Reads nothing from the disk: `NamesCache.of` does."""

    def newest() -> LearnedNames:
        return cache.now(base_url, project_id)

    return Names(
        configured,
        _AsKnownNow(lambda: newest().names),
        _AsKnownNow(lambda: newest().titles),
        _ListedNow(newest),
    )
