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
        self._listeners: tuple[Callable[[], object], ...] = ()
        self._wait_listener: Callable[[], object] | None = None
        self.waits_until_ms = 0
        """Until when a request waits that the server has put off, in ms since the epoch."""

    def add(self, record: RequestRecord) -> None:
        """Note one request."""
        self._records.append(record)
        for listener in self._listeners:
            listener()

    def wait(self, until_ms: int) -> None:
        """Note that a request waits before it is sent again."""
        self.waits_until_ms = max(self.waits_until_ms, until_ms)
        listener = self._wait_listener
        if listener is not None:
            listener()

    def listen_for_waits(self, listener: Callable[[], object] | None) -> None:
        """Have a function called, on the worker's thread, when a wait begins."""
        self._wait_listener = listener

    def listen(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Have a function called, on the worker's thread, after each new record.

        Gives what ends that. Both are for one thread alone, that of the screens.
        """
        self._listeners = (*self._listeners, listener)
        return lambda: self._forget(listener)

    def _forget(self, listener: Callable[[], object]) -> None:
        self._listeners = tuple(one for one in self._listeners if one is not listener)

    def newest_first(self) -> tuple[RequestRecord, ...]:
        """Everything that is kept."""
        return tuple(reversed(self._records.copy()))

    @property
    def silent_since_ms(self) -> int | None:
        """When the first of the newest requests began that got no answer; `None` if one did."""
        since = None
        for record in reversed(self._records.copy()):
            if record.status is not None:
                break
            if record.outcome != "cancelled":
                since = record.at_ms
        return since

    @property
    def last(self) -> RequestRecord | None:
        """The newest record, but for those of the catalogue, whose rate budget is another one."""
        about_customers = (one for one in reversed(self._records.copy()) if not one.of_catalogue)
        return next(about_customers, None)
