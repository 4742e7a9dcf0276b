"""What a key may read, found out by asking for one item of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api.errors import ApiError, AuthenticationFailed, PermissionDenied, WrongProject
from rctui.errors import ExitCode
from rctui.headless.check_report import State
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.reader import CustomerReader
    from rctui.headless.check_report import CheckReport

    Probe = Callable[[], Awaitable[object]]

_OF_A_CUSTOMER = ("subscriptions", "purchases", "invoices")
_OF_THE_PROJECT = ("apps", "entitlements", "offerings", "products", "currencies")
_CUSTOMERS = label("reading customers")


async def check_permissions(report: CheckReport, reader: CustomerReader) -> None:
    """Try each kind of reading with one small request. Nothing is ever written."""
    try:
        customers = (await reader.list_customers(limit=1)).records
    except ApiError as error:
        _note_error(report, _CUSTOMERS, error)
        report.exit_code = report.exit_code or error.exit_code
        if isinstance(error, PermissionDenied):
            await _check_project(report, reader)
        return
    report.add("permission", _CUSTOMERS, State.WORKS)
    await _check_customer(report, reader, customers[0].id if customers else None)
    await _check_project(report, reader)


async def _check_customer(
    report: CheckReport, reader: CustomerReader, customer_id: str | None
) -> None:
    for kind in _OF_A_CUSTOMER:
        subject = _reading(kind)
        if customer_id is None:
            words = label("the project has no customer to ask about")
            report.add("permission", subject, State.NOT_TRIED, words)
        else:
            await _try(report, subject, _customer_probe(reader, kind, customer_id))


async def _check_project(report: CheckReport, reader: CustomerReader) -> None:
    probes: dict[str, Probe] = {
        "apps": lambda: reader.list_apps(limit=1),
        "entitlements": lambda: reader.list_entitlements(limit=1),
        "offerings": lambda: reader.list_offerings(limit=1),
        "products": lambda: reader.list_products(limit=1),
        "currencies": lambda: reader.list_project_currencies(limit=1),
    }
    for kind in _OF_THE_PROJECT:
        await _try(report, phrase("names of {}", safe(kind)), probes[kind])


def _customer_probe(reader: CustomerReader, kind: str, customer_id: str) -> Probe:
    probes: dict[str, Probe] = {
        "subscriptions": lambda: reader.list_subscriptions(customer_id, limit=1),
        "purchases": lambda: reader.list_purchases(customer_id, limit=1),
        "invoices": lambda: reader.list_invoices(customer_id, limit=1),
    }
    return probes[kind]


async def _try(report: CheckReport, subject: SafeText, probe: Probe) -> None:
    try:
        await probe()
    except ApiError as error:
        _note_error(report, subject, error)
    else:
        report.add("permission", subject, State.WORKS)


def _note_error(report: CheckReport, subject: SafeText, error: ApiError) -> None:
    if isinstance(error, PermissionDenied):
        words = safe(error.permission or error.message)
        report.add("permission", subject, State.NOT_ALLOWED, words)
        return
    blamed = isinstance(error, AuthenticationFailed | WrongProject)
    subject = label("API key") if blamed else subject
    report.failed("permission", subject, error_words(error), error.exit_code or ExitCode.ERROR)


def _reading(kind: str) -> SafeText:
    return phrase("reading {}", safe(kind))
