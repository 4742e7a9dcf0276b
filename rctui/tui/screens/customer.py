"""One customer: who they are, whether they have access and why, and nine tabs of the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.containers import Horizontal

from rctui.customers.environments import PRODUCTION, SANDBOX, counts
from rctui.customers.names import names_in
from rctui.customers.parts import ListKey
from rctui.customers.sections import Phase, Section
from rctui.customers.verdicts.access import access_verdict
from rctui.customers.verdicts.own_deed import gone_words
from rctui.customers.verdicts.reasons import explain
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.text.width import WIDEST_TEXT
from rctui.tui.customer import tabs
from rctui.tui.customer import words as customer_words
from rctui.tui.customer.beside import CustomerBeside
from rctui.tui.customer.loads import CustomerLoads
from rctui.tui.customer.looks import CustomerLooks
from rctui.tui.customer.names import CustomerNames
from rctui.tui.customer.sought import StandsOnSought
from rctui.tui.customer.store import CustomerStore
from rctui.tui.customer.tab_rows import Picture, note_of, state_of, table_of, troubled_tabs
from rctui.tui.keys.actions import (
    COPY,
    DASHBOARD,
    DETAIL,
    DOWNLOAD,
    ENVIRONMENT,
    EVERYWHERE,
    EXPORT,
    NEXT_TAB,
    PIN,
    PREVIEW,
    PREVIOUS_TAB,
    RAW,
    RELOAD,
    TICKET_SUMMARY,
    WHY,
    Action,
    bindings,
)
from rctui.tui.keys.beside_actions import COMPARE, WATCH
from rctui.tui.keys.tab_keys import keys_of_tab
from rctui.tui.keys.wide_actions import COLUMN
from rctui.tui.keys.write_actions import ON_A_CUSTOMER
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.server_words import pause_words
from rctui.tui.widgets.filter_line import FilterLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.row_preview import RowPreview
from rctui.tui.widgets.section_view import SectionView
from rctui.tui.widgets.tab_line import TabLine
from rctui.tui.widgets.verdict_line import VerdictLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from rctui.api.models.customer import Customer
    from rctui.customers.finding.matches import StoreRow
    from rctui.customers.reads import Read
    from rctui.customers.verdicts.verdict import Verdict
    from rctui.tui.customer.asking_ahead import AskedAhead
    from rctui.tui.customer.tabs import Tab
    from rctui.tui.session import Session
    from rctui.worker.answers import Answer, Need

T = TypeVar("T")

_LOOKS = (
    DETAIL,
    COPY,
    TICKET_SUMMARY,
    RELOAD,
    ENVIRONMENT,
    DOWNLOAD,
    RAW,
    DASHBOARD,
    WATCH,
    COMPARE,
    PIN,
    WHY,
)
_TAB_ACTIONS = (*(tab.action for tab in tabs.TABS), NEXT_TAB, PREVIOUS_TAB)
_NEXT_ENVIRONMENT = {None: PRODUCTION, PRODUCTION: SANDBOX, SANDBOX: None}


class CustomerScreen(CustomerStore, CustomerLooks, CustomerBeside, CustomerNames, StandsOnSought):
    """Everything about one customer. The customer never changes: another one is another screen."""

    BINDINGS = bindings(
        (*(a for a in _LOOKS if a is not DETAIL), COLUMN, *ON_A_CUSTOMER, *_TAB_ACTIONS)
    )
    OFFERS: ClassVar[tuple[Action, ...]] = (
        *_LOOKS,
        PREVIEW,
        COLUMN,
        *ON_A_CUSTOMER,
        *_TAB_ACTIONS,
        *EVERYWHERE,
    )
    NEED_ROWS = RctuiScreen.NEED_ROWS - {COPY.id, EXPORT.id}
    DEFAULT_CSS = "CustomerScreen #who { padding: 0 1; max-width: 102; }"

    def __init__(
        self,
        session: Session,
        customer_id: str,
        *,
        asked: str,
        known: Customer | None,
        ahead: AskedAhead,
        sought: StoreRow | None = None,
    ) -> None:
        super().__init__(session)
        self._ahead = ahead
        self.customer_id = customer_id
        self.sought = sought
        self._tab = self.tab_of_sought
        self._environment: str | None = None
        self._cursors: dict[int, int] = {}
        self._view = session.viewpoint(session.now_ms())
        self._shows_soon = False
        self.loads = CustomerLoads(self, customer_id, asked, self._show_soon)
        # Before the screen is built: one request paints header and access, the rest two rounds.
        self.loads.ask(known, session.now_ms(), self._tab.section)

    def ask(
        self,
        project: str,
        read: Read[T],
        need: Need,
        reply: Callable[[Answer[T]], None],
        *,
        anew: bool,
    ) -> int:
        """Take over what has been asked ahead; the number of the load."""
        ahead = self._ahead.hand_over(read, reply)
        return super().ask(project, read, need, reply, anew=anew) if ahead is None else ahead

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield self._who_so_far()
        yield VerdictLine()
        yield TabLine()
        with Horizontal():
            yield SectionView(table_of(self._tab, self.picture), self.session.zone)
            yield RowPreview()
        yield KeyFooter(self.keys_now)

    def _who_so_far(self) -> Plain:
        """The id, and the line that its answer will fill: nothing moves when it comes."""
        who = Plain(id="who")
        who.show_lines([safe(self.customer_id), label(" ")])
        return who

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is, and what environments the loaded rows are of."""
        parts = self.loads.parts
        words = counts(
            parts.state(ListKey(Section.SUBSCRIPTIONS)), parts.state(ListKey(Section.PURCHASES))
        )
        return (words, label("Customer")) if words.plain else (label("Customer"),)

    @property
    def section(self) -> SectionView[Any]:
        """The open tab's rows. `Any`: they are of another type on every tab."""
        return self.query_one(SectionView)

    @property
    def keys_now(self) -> Sequence[Action]:
        """Those of the open tab first."""
        here = [action for action in self.OFFERS if not self.is_for_other_tabs(action)]
        keys = self.those_with_rows(keys_of_tab(self._tab, here))
        return self.keys_beside() or self.with_column_key(keys)

    @property
    def tab(self) -> Tab:
        """The open tab."""
        return self._tab

    @property
    def picture(self) -> Picture:
        """What is loaded, as it is looked at now."""
        parts = self.loads.parts
        parts, own = self.with_own_deed(parts)
        facts = self.with_own_grants(parts.facts(self.session.project.restore_behavior, own))
        return Picture(parts, facts, self._view, self._environment)

    def on_mount(self) -> None:
        """Show what has been asked for; answers follow."""
        self.section.table.focus()
        self.program.remember(self.customer_id)
        self.program.known_customers.opened(
            self.session.project.key, self.customer_id, self.session.now_ms()
        )
        self.show_parts()

    # Showing what has arrived

    def _show_soon(self) -> None:
        """Show what has arrived, once for all answers that came together."""
        if not self._shows_soon:
            self._shows_soon = True
            self.call_later(self.show_parts)

    def show_parts(self) -> None:
        """Show everything that is loaded; what has not changed is not painted again."""
        self._shows_soon = False
        self._look_from_now()
        picture = self.picture
        self._show_who(picture)
        self._show_verdict(picture)
        self.query_one(TabLine).show(self._tab, troubled_tabs(picture))
        self.section.table.use(table_of(self._tab, picture))
        # The header first: what it says, the line below the list need not say again.
        self.show_header(picture.parts.as_of_ms or None)
        self.section.show(state_of(self._tab, picture), self._note(picture))
        self.stand_on_sought()
        if not self.loading_parts:
            # Not before: what comes next would be loaded while these answers are shown.
            self.program.look_begins()
            self.everything_came()

    def say_pause(self) -> None:
        """Say it beside a list that loads."""
        self.show_parts()

    def _note(self, picture: Picture) -> SafeText:
        loads = state_of(self._tab, picture).phase is Phase.LOADING
        waits = pause_words(self.session) if loads else label("")
        told = note_of(self._tab, picture, self.program.action_keys)
        notes = (waits, told, self.saving_note)
        return join(" · ", [one for one in notes if one.plain])

    def _look_from_now(self) -> None:
        """What was loaded last also taught names."""
        facts = self.loads.parts.facts("")
        view = self.session.viewpoint(self.session.now_ms())
        if facts is not None:
            learned = names_in([*facts.subscription_rows, *facts.purchase_rows])
            view = replace(view, names=view.names.with_learned(learned))
        self._view = view

    def _show_who(self, picture: Picture) -> None:
        if picture.parts.customer is not None:
            customer, asked, room = picture.parts.customer, picture.parts.asked, self.size.width - 2
            rows = customer_words.who(customer, asked, picture.view, min(room, WIDEST_TEXT))
            rows += self.about_sought
            self.query_one("#who", Plain).show_lines(rows)
            known = self.program.known_customers
            known.loaded(self.session.project.key, picture.parts.customer)

    def _show_verdict(self, picture: Picture) -> None:
        line = self.query_one(VerdictLine)
        verdict, failure = self.verdict, picture.parts.failure
        own = picture.facts.own if picture.facts is not None else None
        if own is not None and own.is_gone:
            line.say((gone_words(own, picture.view), Tone.ATTENTION))
        elif failure is not None:
            line.say((phrase("Access: can't tell. {}", failure.sentence), Tone.BAD))
        elif verdict is not None:
            line.say((verdict.sentence, customer_words.ACCESS_TONES[verdict.access]))

    @property
    def verdict(self) -> Verdict | None:
        """Access or not after the first answer; the reason once subscriptions and purchases are in.

        Where one of them could not be read, that is said instead.
        """
        picture = self.picture
        if picture.facts is None:
            return None
        if picture.parts.lacks(Section.SUBSCRIPTIONS, Section.PURCHASES):
            return access_verdict(picture.facts.customer, picture.view)
        return explain(picture.facts, picture.view)

    # Tabs

    def open_tab(self, tab: Tab) -> None:
        """Show another tab; each remembers its cursor."""
        self._cursors[self._tab.number] = self.section.table.cursor
        self._tab = tab
        self._switch_list()
        self.section.table.focus()

    def _switch_list(self) -> None:
        self.query(FilterLine).remove()
        key = self.picture.key(self._tab)
        if key is not None:
            self.loads.ensure(key)
        picture = self.picture
        self.query_one(TabLine).show(self._tab, troubled_tabs(picture))
        self.query_one(KeyFooter).offer(self.keys_now)
        self.section.switch(
            table_of(self._tab, picture),
            state_of(self._tab, picture),
            self._note(picture),
            self._cursors.get(self._tab.number, 0),
        )
        self._show_row()  # with the list, in one frame

    def action_tab(self, number: int) -> None:
        """Show the tab with this digit."""
        self.open_tab(tabs.TABS[number - 1])

    def action_next_tab(self) -> None:
        """Show the tab on the right; behind the last comes the first."""
        self.open_tab(tabs.TABS[self._tab.number % len(tabs.TABS)])

    def action_previous_tab(self) -> None:
        """Show the tab on the left."""
        self.open_tab(tabs.TABS[self._tab.number - 2])

    def action_environment(self) -> None:
        """Show both environments, then production only, then sandbox only."""
        if not self._tab.has_environment:
            self.program.say(label("The environment filter is for tabs 2 and 3."))
            return
        self._environment = _NEXT_ENVIRONMENT[self._environment]
        self._cursors.pop(self._tab.number, None)
        self._switch_list()

    def action_reload(self) -> None:
        """Load this tab again; the derived ones are made of all."""
        key = self.picture.key(self._tab)
        if key is None:
            self.loads.reload_all(self._tab.section)
        else:
            self.loads.reload(key)

    @on(SectionView.EndReached)
    def load_more(self) -> None:
        """The cursor sits on the last row: get the next page."""
        key = self.picture.key(self._tab)
        if key is not None:
            self.loads.more(key)

    @on(RecordTable.TopLeft)
    def focus_verdict(self) -> None:
        """A step up from the first row."""
        self.query_one(VerdictLine).focus()

    @on(VerdictLine.Left)
    def focus_rows(self) -> None:
        """Down from the verdict."""
        self.section.table.focus()

    def action_close(self) -> None:
        """Stop a download or clear the filter; else go back to where this was opened from."""
        if self.stops_saving():
            return
        if self._environment is not None and self._tab.has_environment:
            self._environment = None
            self._switch_list()
        else:
            self.program.go_back()
