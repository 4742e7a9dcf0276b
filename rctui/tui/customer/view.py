"""What the parts of a customer's screen know of it: whose it is, and what is loaded and open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.tui.wide import Widens

if TYPE_CHECKING:
    from rctui.customers.verdicts.verdict import Verdict
    from rctui.tui.customer.loads import CustomerLoads
    from rctui.tui.customer.tab_rows import Picture
    from rctui.tui.customer.tabs import Tab
    from rctui.tui.widgets.section_view import SectionView


class CustomerView(Widens):
    """What `CustomerScreen` is to its parts, which are mixed into it."""

    customer_id: str
    loads: CustomerLoads

    @property
    def picture(self) -> Picture:
        """What is loaded, as it is looked at now."""
        raise NotImplementedError

    @property
    def verdict(self) -> Verdict | None:
        """Access or not, and why, as far as that is known."""
        raise NotImplementedError

    @property
    def tab(self) -> Tab:
        """The open tab."""
        raise NotImplementedError

    @property
    def section(self) -> SectionView[Any]:
        """The open tab's rows."""
        raise NotImplementedError

    def show_parts(self) -> None:
        """Show everything that is loaded."""
        raise NotImplementedError
