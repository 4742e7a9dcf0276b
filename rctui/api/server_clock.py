"""How far the server's clock is from ours, as its answers tell.

Ends of grants are instants that are computed here: a clock that is wrong by an hour makes a grant
wrong by an hour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTEWORTHY_MS: Final = 60_000
"""Less than that is the second that the header leaves out, and the way of the answer."""


def server_ahead_ms(headers: Mapping[str, str], now_ms: int) -> int | None:
    """Milliseconds by which the `Date` of an answer is ahead of `now_ms`; `None` without one.

    `headers` must not mind case, or be lower case.
    """
    # Imported late: the first paint needs nothing but the threshold above.
    from email.utils import parsedate_to_datetime

    try:
        there = parsedate_to_datetime(headers.get("date", ""))
        return int(there.timestamp() * 1000) - now_ms
    except (ValueError, TypeError, OverflowError):
        return None
