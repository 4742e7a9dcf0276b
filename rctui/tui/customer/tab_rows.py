"""What each tab of a customer shows: its columns, and its rows with how they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.listing import Listing
from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.profile import profile_fields
from rctui.customers.sections import Phase, SectionState
from rctui.customers.timeline import timeline, timeline_gaps
from rctui.tables.fields import fields_table
from rctui.tables.sections import AnyTable, section_table
from rctui.tables.timeline import timeline_table
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.customer import tabs
from rctui.tui.keys.actions import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rctui.customers.failure import Failure
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tables.table import Table
    from rctui.tui.customer.tabs import Tab
    from rctui.tui.keys.in_force import Keys


@dataclass(frozen=True, slots=True)
class Picture:
    """One customer as it is looked at: what is loaded, from where, through which filter."""

    parts: CustomerParts
    facts: Facts | None
    view: Viewpoint
    environment: str | None = None

    def key(self, tab: Tab) -> ListKey | None:
        """The list that a tab shows; none for those that are derived."""
        if tab.section is None:
            return None
        return ListKey(tab.section, self.environment if tab.has_environment else None)


def table_of(tab: Tab, picture: Picture) -> Table[AnyTable]:
    """The columns of a tab."""
    if tab.section is not None:
        return section_table(tab.section, picture.view, picture.parts, picture.facts)
    return timeline_table(picture.view) if tab is tabs.TIMELINE else fields_table()


def state_of(tab: Tab, picture: Picture) -> SectionState[AnyTable]:
    """The rows of a tab, and how they stand."""
    key = picture.key(tab)
    if key is not None:
        return picture.parts.state(key)
    if picture.facts is None:
        return _not_yet(picture.parts.failure)
    rows = _DERIVED[tab.number](picture.facts, picture.view)
    listing = Listing(tuple(rows), None, frozenset(), "", picture.parts.as_of_ms)
    return SectionState(Phase.LOADED, listing)


def note_of(tab: Tab, picture: Picture, keys: Keys) -> SafeText:
    """What else must be said of the rows: a filter, or what the timeline could not use."""
    if tab.has_environment and picture.environment is not None:
        key = keys.way_to(ENVIRONMENT)
        return phrase("FILTERED: {} only, {} changes it", safe(picture.environment), key)
    if tab is not tabs.TIMELINE or picture.facts is None:
        return label("")
    gaps = timeline_gaps(picture.facts, picture.view)
    return phrase("without: {}", join(", ", gaps)) if gaps else label("")


def troubled_tabs(picture: Picture) -> frozenset[Tab]:
    """The tabs whose rows could not be read."""
    bad = (Phase.FAILED, Phase.NOT_ALLOWED)
    return frozenset(
        tab
        for tab in tabs.TABS
        if (key := picture.key(tab)) is not None and picture.parts.state(key).phase in bad
    )


def _not_yet(failure: Failure | None) -> SectionState[AnyTable]:
    empty: SectionState[AnyTable] = SectionState()
    return empty.loading() if failure is None else empty.failed(failure)


_DERIVED: Mapping[int, Callable[[Facts, Viewpoint], Sequence[object]]] = {
    tabs.TIMELINE.number: timeline,
    tabs.PROFILE.number: profile_fields,
}
