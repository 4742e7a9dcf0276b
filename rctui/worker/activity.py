"""The requests of this run, newest last: what was asked, what came back, how long it took."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.api.request_record import RequestRecord

KEPT = 500


class ActivityLog:
    """Written on the worker's thread, read on any: a bounded deque needs no lock for that."""

    def __init__(self) -> None:
        self._records: deque[RequestRecord] = deque(maxlen=KEPT)
        self._listener: Callable[[], object] | None = None

    def add(self, record: RequestRecord) -> None:
        """Note one request."""
        self._records.append(record)
        listener = self._listener
        if listener is not None:
            listener()

    def listen(self, listener: Callable[[], object] | None) -> None:
        """Have a function called, on the worker's thread, after each new record."""
        self._listener = listener

    def newest_first(self) -> tuple[RequestRecord, ...]:
        """Everything that is kept."""
        return tuple(reversed(self._records.copy()))

    @property
    def last(self) -> RequestRecord | None:
        """The newest record."""
        return self._records[-1] if self._records else None
