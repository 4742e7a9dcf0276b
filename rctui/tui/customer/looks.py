"""What opens from a customer's screen: a row in full, raw JSON, evidence, copies, an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on

from rctui.api.page import Unreadable
from rctui.customers.fields import Field, fields_of, unreadable_fields
from rctui.customers.invoice_file import SaveInvoice
from rctui.customers.verdicts.reasons import also
from rctui.exports.copy_forms import dashboard_url
from rctui.exports.json_text import raw_json
from rctui.exports.ticket_summary import TicketSummary
from rctui.tables.evidence import verdict_fields
from rctui.text.safe_text import SafeText, label, phrase, safe, safe_lines
from rctui.tui.customer import tabs
from rctui.tui.customer.copies import customer_choices, raw_of, row_choices, summary_choices
from rctui.tui.customer.tab_rows import table_of
from rctui.tui.field_lines import field_lines, name_width, preview_fields
from rctui.tui.keys.actions import DOWNLOAD, ENVIRONMENT
from rctui.tui.lists.previewing import Previewing
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.verdict_line import VerdictLine
from rctui.worker.answers import Need

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rctui.api.models.invoice import Invoice
    from rctui.tables.table import Column
    from rctui.tui.keys.actions import Action
    from rctui.tui.lists.exporting import Offer
    from rctui.tui.screens.customer import CustomerScreen
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

_SAVE = "save-invoice"


def _name_of(column: Column[Any]) -> SafeText:
    """The title of a column as fields are named."""
    return safe(column.title.plain.lower())


class CustomerLooks(Previewing, RctuiScreen):
    """The part of the customer's screen that shows one thing more closely."""

    _saving = label("")
    """The invoice whose PDF is being fetched."""

    @property
    def _screen(self) -> CustomerScreen:
        return cast("CustomerScreen", self)

    @property
    def _row(self) -> Any:
        return self._screen.section.table.cursor_row

    # One row

    @on(RecordTable.Opened)
    def show_detail(self, message: RecordTable.Opened) -> None:
        """Enter on a row."""
        message.stop()
        row = message.record
        raw = raw_of(row)
        fields = self._fields(row)
        self.program.show_text(
            (*self._screen.place, self._screen.tab.title),
            field_lines(fields),
            indent=name_width(fields),
            raw=None if raw is None else lambda: self._show_raw(raw),
            copy=self.action_copy,
        )

    def preview_of(self, row: Any) -> tuple[Sequence[SafeText | Toned], int]:
        """The fields of a row that say something, for beside the list."""
        return preview_fields(self._fields(row))

    def _fields(self, row: Any) -> tuple[Field, ...]:
        picture = self._screen.picture
        if isinstance(row, Unreadable):
            return unreadable_fields(row)
        if raw_of(row) is not None:
            return fields_of(row, picture.view)
        if isinstance(row, Field):
            return (row,)
        table = table_of(self._screen.tab, picture)
        return tuple(Field(_name_of(c), c.cell(row).text) for c in table.columns)

    def action_raw(self) -> None:
        """Show the JSON of the row; of the customer where the rows are derived."""
        raw = raw_of(self._row)
        customer = self._screen.picture.parts.customer
        if raw is None and customer is not None:
            raw = customer.raw
        if raw is None:
            self.program.say(label("Nothing has been received yet."))
        else:
            self._show_raw(raw)

    def _show_raw(self, raw: object) -> None:
        place = (*self._screen.place, label("Raw JSON"))
        self.program.show_text(place, safe_lines(raw_json(raw)), copy=self.action_copy)

    # The verdict

    @on(VerdictLine.Asked)
    def action_why(self) -> None:
        """Show what the access line rests on, and what else is worth knowing."""
        picture, verdict = self._screen.picture, self._screen.verdict
        if picture.facts is None or verdict is None:
            self.program.say(label("Nothing is known yet that access could be told from."))
            return
        others = also(picture.facts, picture.view)
        fields = verdict_fields(verdict, others)
        place = (*self._screen.place, label("Why"))
        self.program.show_text(place, field_lines(fields), indent=name_width(fields))

    # Copies and addresses

    def action_copy(self) -> None:
        """Choose what to copy."""
        screen = self._screen
        picture = screen.picture
        table = table_of(screen.tab, picture)
        customer = picture.parts.customer
        choices = customer_choices(screen.customer_id, customer, self.session.project)
        self.program.choose_copy([*choices, *row_choices(self._row, table)])

    def action_ticket_summary(self) -> None:
        """Choose in which form the summary for the ticket is copied."""
        screen, verdict = self._screen, self._screen.verdict
        if verdict is None:
            self.program.say(label("Nothing is known yet that a ticket could be told."))
            return
        summary = TicketSummary(
            safe(screen.customer_id, limit=1500),
            verdict.sentence,
            screen.loads.parts.as_of_ms,
            self.program.done_for(screen.customer_id),
            self.session.zone,
        )
        self.program.choose_copy(summary_choices(summary))

    def action_dashboard(self) -> None:
        """Open the customer in RevenueCat's dashboard, or show the address."""
        project = self.session.project
        if not project.project_id:
            self.program.say(label("This project's id is not known."))
            return
        self.program.open_address(dashboard_url(project.project_id, self._screen.customer_id))

    def action_pin(self) -> None:
        """Keep this customer at the top of Find, or no longer."""
        self.program.pin(self._screen.customer_id, self._screen.pins_changed)

    def exports(self) -> Offer:
        """The whole customer, the open tab, or what is marked in it."""
        from rctui.tui.customer.exports import customer_exports

        return customer_exports(self._screen)

    # Invoices

    def action_download(self) -> None:
        """Save the PDF of the invoice under the cursor into the folder rctui was started in."""
        row = self._row
        if self._screen.tab is not tabs.INVOICES or row is None or isinstance(row, Unreadable):
            self.program.say(label("Put the cursor on an invoice first: tab 6."))
            return
        invoice = cast("Invoice", row)
        from rctui.tui.screens.export import current_folder

        read = SaveInvoice(self._screen.customer_id, invoice.id, str(current_folder()))
        self._saving = safe(invoice.id)
        self.load(_SAVE, read, Need.OPEN_TAB, self._saved)
        self._screen.show_parts()

    @property
    def saving_note(self) -> SafeText:
        """What is being fetched, for the line that says how the rows stand; or nothing."""
        if not self.is_loading(_SAVE):
            return label("")
        return phrase("fetching the PDF of {}, esc cancels", self._saving)

    def stops_saving(self) -> bool:
        """Fetch no longer; whether something was being fetched."""
        stopped = self.stop_loading(_SAVE)
        if stopped:
            self.program.say(phrase("Cancelled: the PDF of {} was not saved.", self._saving))
            self._screen.show_parts()
        return stopped

    def _saved(self, answer: Answer[Path]) -> None:
        self._screen.show_parts()
        if answer.failure is not None:
            self.program.say_trouble(answer.failure.sentence)
        elif answer.value is not None:
            self.program.say(phrase("Saved {}", safe(str(answer.value))))

    def is_for_other_tabs(self, action: Action) -> bool:
        """Whether an action means something on other tabs than this one alone."""
        if action is DOWNLOAD:
            return self._screen.tab is not tabs.INVOICES
        return action is ENVIRONMENT and not self._screen.tab.has_environment

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        if self.is_for_other_tabs(action):
            where = label("tab 6, Invoices") if action is DOWNLOAD else label("tabs 2 and 3")
            return phrase("Only on {}.", where)
        return super().why_not(action)
