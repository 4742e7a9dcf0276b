"""Something from another thread, kept until somebody is there to take it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Hands on what is put in, or keeps it until there is a listener. Any thread may put."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: list[T] = []
        self._listener: Callable[[T], object] | None = None

    def put(self, thing: T) -> None:
        """Tell whoever listens, or keep it for them."""
        with self._lock:
            listener = self._listener
            if listener is None:
                self._kept.append(thing)
        if listener is not None:
            listener(thing)

    def listen(self, listener: Callable[[T], object]) -> None:
        """Be given everything, what came before as well."""
        with self._lock:
            self._listener = listener
            kept, self._kept = self._kept, []
        for thing in kept:
            listener(thing)
