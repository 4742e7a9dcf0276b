"""What a deletion answers with."""

from __future__ import annotations

from rctui.api.models.base import Milliseconds, Record, Text


class DeletedObject(Record):
    """The receipt of a deletion. `object` names the kind of what is gone."""

    id: Text
    object: Text | None = None
    deleted_at: Milliseconds | None = None
