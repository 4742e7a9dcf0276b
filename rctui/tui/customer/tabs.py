"""The nine tabs of a customer, in the order of their digits."""

from __future__ import annotations

from dataclasses import dataclass

from rctui.customers.sections import Section
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.keys.actions import Action


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. Those without a section are derived from what the others have loaded."""

    number: int
    title: SafeText
    short: SafeText
    """For the tab line where room is short."""
    section: Section | None

    @property
    def has_environment(self) -> bool:
        """Whether its rows are production or sandbox."""
        return self.section in (Section.SUBSCRIPTIONS, Section.PURCHASES)

    @property
    def action(self) -> Action:
        """Opening it, by its digit."""
        number = self.number
        help_text = phrase("Show the tab {}.", self.title)
        return Action(f"tab-{number}", str(number), self.title, help_text, call=f"tab({number})")


TABS = (
    Tab(1, label("Entitlements"), label("Entitle"), Section.ENTITLEMENTS),
    Tab(2, label("Subscriptions"), label("Subs"), Section.SUBSCRIPTIONS),
    Tab(3, label("Purchases"), label("Purch"), Section.PURCHASES),
    Tab(4, label("Aliases"), label("Alias"), Section.ALIASES),
    Tab(5, label("Attributes"), label("Attr"), Section.ATTRIBUTES),
    Tab(6, label("Invoices"), label("Inv"), Section.INVOICES),
    Tab(7, label("Currencies"), label("Curr"), Section.CURRENCIES),
    Tab(8, label("Timeline"), label("Time"), None),
    Tab(9, label("Profile"), label("Profile"), None),
)
ENTITLEMENTS, SUBSCRIPTIONS, PURCHASES, ALIASES, ATTRIBUTES, INVOICES, CURRENCIES = TABS[:7]
TIMELINE, PROFILE = TABS[7:]
