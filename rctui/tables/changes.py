"""Changes that are prepared and not sent yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label, safe

if TYPE_CHECKING:
    from rctui.customers.changes.change import Change
    from rctui.customers.verdicts.access import Viewpoint


_ASKS = {
    1: label("a review"),
    2: label("a review, with reason"),
    3: label("a review, the id typed"),
}


def _asks(change: Change) -> Cell:
    """What stands between the row and its being sent, at the least."""
    return Cell(_ASKS[change.level])


def changes_table(view: Viewpoint) -> Table[Change]:
    """What each does, and how much it takes."""

    def what(change: Change) -> Cell:
        return Cell(change.summary(view))

    return Table(
        "changes",
        (
            Column("kind", label("CHANGE"), 12, lambda c: Cell(safe(c.kind))),
            Column("what", label("WHAT"), 40, what, grows=True),
            Column("asks", label("ASKS FOR"), 22, _asks, drop_order=1),
        ),
        key=lambda change: change.fingerprint,
        empty=label("Nothing is left to put back."),
    )
