"""What opens from a customer's screen: a row in full, raw JSON, copies, an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on

from rctui.api.page import Unreadable
from rctui.customers.entitlement_fields import giving_fields
from rctui.customers.fields import Field, fields_of, unreadable_fields
from rctui.customers.invoice_file import SaveInvoice
from rctui.exports.copy_forms import dashboard_url
from rctui.exports.json_text import raw_json
from rctui.text.safe_text import SafeText, label, phrase, safe, safe_lines
from rctui.tui.customer import tabs
from rctui.tui.customer.copies import customer_choices, raw_of, row_choices
from rctui.tui.customer.tab_rows import table_of
from rctui.tui.customer.why import CustomerWhy
from rctui.tui.field_lines import field_lines, name_width, preview_fields
from rctui.tui.keys.actions import DOWNLOAD, ENVIRONMENT
from rctui.tui.widgets.record_table import RecordTable
from rctui.worker.answers import Need

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rctui.api.models.invoice import Invoice
    from rctui.tables.table import Column
    from rctui.tui.keys.actions import Action
    from rctui.tui.lists.exporting import Offer
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

_SAVE = "save-invoice"


def _name_of(column: Column[Any]) -> SafeText:
    """The title of a column as fields are named."""
    return safe(column.title.plain.lower())


class CustomerLooks(CustomerWhy):
    """The part of the customer's screen that shows one thing more closely."""

    _saving = label("")
    """The invoice whose PDF is being fetched."""

    @property
    def _row(self) -> Any:
        return self.section.table.cursor_row

    # One row

    @on(RecordTable.Opened)
    def show_detail(self, message: RecordTable.Opened) -> None:
        """Enter on a row."""
        message.stop()
        row = message.record
        raw = raw_of(row)
        fields = self._fields(row)
        self.program.show_text(
            (*self.place, self.tab.title),
            field_lines(fields),
            indent=name_width(fields),
            raw=None if raw is None else lambda: self._show_raw(raw),
            copy=self.action_copy,
        )

    def preview_of(self, row: Any) -> tuple[Sequence[SafeText | Toned], int]:
        """The fields of a row that say something, for beside the list."""
        return preview_fields(self._fields(row))

    def _fields(self, row: Any) -> tuple[Field, ...]:
        picture = self.picture
        if isinstance(row, Unreadable):
            return unreadable_fields(row)
        if raw_of(row) is not None:
            told = fields_of(row, picture.view)
            if self.tab is tabs.ENTITLEMENTS and picture.facts is not None:
                return (*told, *giving_fields(row, picture.view, picture.facts))
            return told
        if isinstance(row, Field):
            return (row,)
        table = table_of(self.tab, picture)
        return tuple(Field(_name_of(c), c.cell(row).text) for c in table.columns)

    def action_raw(self) -> None:
        """Show the JSON of the row; of the customer where the rows are derived."""
        raw = raw_of(self._row)
        customer = self.picture.parts.customer
        if raw is None and customer is not None:
            raw = customer.raw
        if raw is None:
            self.program.say(label("Nothing has been received yet."))
        else:
            self._show_raw(raw)

    def _show_raw(self, raw: object) -> None:
        place = (*self.place, label("Raw JSON"))
        self.program.show_text(place, safe_lines(raw_json(raw)), copy=self.action_copy)

    # Copies and addresses

    def action_copy(self) -> None:
        """Choose what to copy."""
        picture = self.picture
        table = table_of(self.tab, picture)
        customer = picture.parts.customer
        choices = customer_choices(self.customer_id, customer, self.session.project)
        self.program.choose_copy([*choices, *row_choices(self._row, table)])

    def action_dashboard(self) -> None:
        """Open the customer in RevenueCat's dashboard, or show the address."""
        project = self.session.project
        if not project.project_id:
            self.program.say(label("This project's id is not known."))
            return
        self.program.open_address(dashboard_url(project.project_id, self.customer_id))

    def action_pin(self) -> None:
        """Keep this customer at the top of Find, or no longer."""
        self.program.pin(self.customer_id, self.pins_changed)

    def exports(self) -> Offer:
        """The whole customer, the open tab, or what is marked in it."""
        from rctui.tui.customer.exports import customer_exports

        return customer_exports(self)

    # Invoices

    def action_download(self) -> None:
        """Save the PDF of the invoice under the cursor into the folder rctui was started in."""
        row = self._row
        if self.tab is not tabs.INVOICES or row is None or isinstance(row, Unreadable):
            self.program.say(label("Put the cursor on an invoice first: tab 6."))
            return
        invoice = cast("Invoice", row)
        from rctui.tui.screens.export import current_folder

        read = SaveInvoice(self.customer_id, invoice.id, str(current_folder()))
        self._saving = safe(invoice.id)
        self.load(_SAVE, read, Need.OPEN_TAB, self._saved)
        self.show_parts()

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
            self.show_parts()
        return stopped

    def _saved(self, answer: Answer[Path]) -> None:
        self.show_parts()
        if answer.failure is not None:
            self.program.say_trouble(answer.failure.sentence)
        elif answer.value is not None:
            self.program.say(phrase("Saved {}", safe(str(answer.value))))

    def is_for_other_tabs(self, action: Action) -> bool:
        """Whether an action means something on other tabs than this one alone."""
        if action is DOWNLOAD:
            return self.tab is not tabs.INVOICES
        return action is ENVIRONMENT and not self.tab.has_environment

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        if self.is_for_other_tabs(action):
            where = label("tab 6, Invoices") if action is DOWNLOAD else label("tabs 2 and 3")
            return phrase("Only on {}.", where)
        if action.id == self.tab.action.id:
            return label("This tab is open.")
        return super().why_not(action)
