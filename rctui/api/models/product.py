"""Products and the apps they belong to."""

from __future__ import annotations

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text


class App(Record):
    """An app of the project. `raw` has an object named like `type` with the store's own facts."""

    id: Text
    name: Text | None = None
    type: Text | None = None
    project_id: Text | None = None
    created_at: Milliseconds | None = None


class SubscriptionTerms(Record):
    """Durations of a subscription product, ISO 8601 such as `P1M`; stores leave them null."""

    duration: Text | None = None
    grace_period_duration: Text | None = None
    trial_duration: Text | None = None


class OneTimeTerms(Record):
    """What a product that is bought once is like."""

    is_consumable: bool | None = None


class Product(Record):
    """A product. One of `subscription` and `one_time` is usually filled, whatever `type` says."""

    id: Text
    store_identifier: Text | None = None
    type: Text | None = None
    app_id: Text | None = None
    display_name: Text | None = None
    created_at: Milliseconds | None = None
    state: Text | None = None
    subscription: SubscriptionTerms | None = None
    one_time: OneTimeTerms | None = None
    app: App | None = None
