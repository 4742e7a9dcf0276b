"""What can be copied of a customer, and of the row under the cursor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rctui.api.page import Unreadable
from rctui.exports.copy_forms import curl_command, dashboard_url, rctui_command
from rctui.exports.json_text import raw_json
from rctui.text.safe_text import label
from rctui.tui.screens.copy_menu import CopyChoice

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.exports.ticket_summary import TicketSummary
    from rctui.exports.verdict_text import VerdictText
    from rctui.tables.table import Table
    from rctui.wiring.opening import ProjectFacts


def customer_choices(
    customer_id: str, customer: Customer | None, project: ProjectFacts
) -> list[CopyChoice]:
    """The customer in every form that is known of it."""
    choices = [CopyChoice("y", label("App User ID"), customer_id)]
    email = _email(customer)
    if email:
        choices.append(CopyChoice("e", label("e-mail"), email))
    if project.project_id:
        url = dashboard_url(project.project_id, customer_id)
        curl = curl_command(project.base_url, project.project_id, customer_id)
        choices += [
            CopyChoice("u", label("dashboard URL"), url),
            CopyChoice("c", label("curl, no key"), curl),
        ]
    command = rctui_command(project.key, customer_id)
    return [*choices, CopyChoice("m", label("rctui command"), command)]


def summary_choices(summary: TicketSummary) -> list[CopyChoice]:
    """The summary as text or Markdown, for the customer's eyes; for colleagues if that is more."""
    choices = [
        CopyChoice("c", label("plain text"), summary.plain()),
        CopyChoice("m", label("Markdown"), summary.markdown()),
    ]
    inside = replace(summary, for_colleagues=True)
    if inside.plain() == summary.plain():
        return choices
    return [
        *choices,
        CopyChoice("i", label("internal text"), inside.plain()),
        CopyChoice("I", label("internal Markdown"), inside.markdown()),
    ]


def why_choices(customer_id: str, why: VerdictText) -> list[CopyChoice]:
    """A verdict with its evidence as text or Markdown, and whom it is about."""
    return [
        CopyChoice("w", label("why, as text"), why.plain()),
        CopyChoice("m", label("why, as Markdown"), why.markdown()),
        CopyChoice("y", label("App User ID"), customer_id),
    ]


def row_choices(row: Any, table: Table[Any]) -> list[CopyChoice]:
    """A row as a line with tabs between its cells, and as the JSON it was made of."""
    if row is None:
        return []
    raw = raw_of(row)
    as_json = [] if raw is None else [CopyChoice("j", label("row as JSON"), raw_json(raw))]
    if isinstance(row, Unreadable):
        return as_json
    line = "\t".join(cell.text.plain for cell in table.row(row))
    return [CopyChoice("r", label("row"), line), *as_json]


def raw_of(row: Any) -> object:
    """The JSON that a row was made of; `None` where it was derived from others."""
    return getattr(row, "raw", None)


def _email(customer: Customer | None) -> str:
    attributes = customer.attributes if customer is not None else None
    records = attributes.records if attributes is not None else ()
    return next((one.value or "" for one in records if one.name == "$email"), "")
