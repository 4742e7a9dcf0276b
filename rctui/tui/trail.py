"""The customers opened in this run, in the order in which they were."""

from __future__ import annotations


class Trail:
    """Remembers the customer on screen and the one before it; `-` swaps the two."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def open(self, customer_id: str) -> None:
        """A customer is on screen now."""
        if customer_id in self._ids:
            self._ids.remove(customer_id)
        self._ids.append(customer_id)

    @property
    def previous(self) -> str | None:
        """The customer before the one opened last."""
        return self._ids[-2] if len(self._ids) > 1 else None
