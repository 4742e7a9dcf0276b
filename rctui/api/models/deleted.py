"""What a deletion answers with."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text


class DeletedObject(Record):
    """The receipt of a deletion. `object` names the kind of what is gone."""

    KIND: ClassVar[str] = "customer"

    id: Text
    object: Text | None = None
    deleted_at: Milliseconds | None = None
