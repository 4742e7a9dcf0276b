"""The payments behind a subscription of the Play Store or the App Store, derived from its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.demo.records import Money

if TYPE_CHECKING:
    from rctui.demo.records import Subscription

_AT_MOST: Final = 12
_MONTH_MS: Final = 30 * 24 * 3_600_000


class Payment(NamedTuple):
    """One period that was paid for."""

    id: str
    purchased_at: int
    ends_at: int


def payments(row: Subscription) -> list[Payment]:
    """The newest payments of a row, newest first."""
    ends = row.period_ends_at or row.period_starts_at + _MONTH_MS
    period = max(1, ends - row.period_starts_at)
    count = min(_AT_MOST, 1 + round((row.period_starts_at - row.starts_at) / period))
    return [
        Payment(
            _identifier(row, count - 1 - back),
            row.period_starts_at - back * period,
            ends - back * period,
        )
        for back in range(count)
    ]


def paid_at_once(row: Subscription) -> Money:
    """What one payment of a row came to, all being alike."""
    count, whole = len(payments(row)), row.revenue
    commission = None if whole.commission is None else round(whole.commission / count, 2)
    return Money(
        round(whole.gross / count, 2), commission, round(whole.tax / count, 2), whole.currency
    )


def _identifier(row: Subscription, renewal: int) -> str:
    """Google numbers renewals behind the order; Apple's payments have numbers of their own."""
    identifier = row.store_identifier or row.id
    if renewal == 0:
        return identifier
    if row.store == "play_store":
        return f"{identifier}..{renewal - 1}"
    return str(int(identifier) + renewal) if identifier.isdigit() else f"{identifier}.{renewal}"
