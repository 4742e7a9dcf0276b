"""What the parts of Find know of it: its box, its list, and what stands above that."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.tui.wide import Widens
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.api.page import Unreadable
    from rctui.customers.finding.find import Found
    from rctui.customers.listed import ListedCustomer
    from rctui.tables.table import Table
    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned


class FindView(Widens):
    """What `FindScreen` is to its parts, which are mixed into it."""

    @property
    def box(self) -> FindBox:
        """The box."""
        return self.query_one(FindBox)

    @property
    def table(self) -> RecordTable[ListedCustomer]:
        """The list below the box."""
        return cast("RecordTable[ListedCustomer]", self.query_one(RecordTable))

    def has_said(self, words: SafeText) -> None:
        """Something else than a hint stands above the list, and stays when the focus moves."""
        raise NotImplementedError

    def show_several(
        self,
        found: Found,
        lines: list[SafeText | Toned],
        rows: Sequence[ListedCustomer | Unreadable],
        *,
        table: Table[ListedCustomer] | None = None,
        focus: bool = True,
    ) -> None:
        """Say what a search came to, and list whom it found."""
        raise NotImplementedError
