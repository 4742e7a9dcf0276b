"""Changes that are prepared and not sent yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.access import Viewpoint
    from rctui.customers.change import Change


def changes_table(view: Viewpoint) -> Table[Change]:
    """What each does, and how much it takes."""

    def what(change: Change) -> Cell:
        return Cell(change.summary(view))

    return Table(
        "changes",
        (
            Column("kind", label("CHANGE"), 12, lambda c: Cell(safe(c.kind))),
            Column("what", label("WHAT"), 40, what, grows=True),
            Column("level", label("LEVEL"), 5, lambda c: Cell(phrase("{}", c.level)), drop_order=1),
        ),
        key=lambda change: change.fingerprint,
        empty=label("Nothing is left to put back."),
    )
