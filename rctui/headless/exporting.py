"""`rctui export`: a whole customer, every list to its last page, into a file or a folder."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.customers.whole import ReadParts
from rctui.errors import ExitCode, RctuiError
from rctui.exports.saving import Form, content_of, free_name, save
from rctui.files.new_files import refuse_taken
from rctui.headless.commands import USUAL, Patience, read_customer
from rctui.headless.output import complain, print_data, print_document, print_lines
from rctui.headless.showing import document_of
from rctui.text.safe_text import label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.whole import SoFar
    from rctui.exports.customer_document import CustomerDocument
    from rctui.wiring.opening import Opening

STDOUT: Final = "-"
_QUIET_S: Final = 1.0
_PATH_AT_MOST: Final = 2000


class NotToStdout(RctuiError):
    """A folder can't be printed."""

    exit_code: ExitCode = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is exported, as what, and where to."""

    customer_id: str
    form: Form = Form.JSON
    to: str = ""
    """A path; `-` is standard output; empty is a free name in the current folder."""
    as_json: bool = False
    """How to say what was written."""


def export(opening: Opening, order: ExportOrder, patience: Patience = USUAL) -> ExitCode:
    """Read the customer and write the file. Raises RctuiError; nothing is ever overwritten."""
    if order.to == STDOUT and order.form is Form.CSV:
        raise NotToStdout("CSV is a folder of files: it can't be printed.", hint="-o FOLDER")
    if order.to not in ("", STDOUT):
        refuse_taken(Path(order.to))
    told = _Progress() if sys.stderr is not None and sys.stderr.isatty() else None
    parts = read_customer(opening, ReadParts(order.customer_id, progress=told), patience)
    document = document_of(opening, parts)
    for missing in document.missing:
        complain(phrase("missing: {}", missing))
    if order.to == STDOUT:
        print_document(document.json() if order.form is Form.JSON else document.markdown())
    else:
        _write(document, order)
    return ExitCode.OUTCOME_UNKNOWN if document.missing else ExitCode.OK


def _write(document: CustomerDocument, order: ExportOrder) -> None:
    path = Path(order.to) if order.to else _free(document, order.form)
    save(content_of(document, order.form), path)
    if order.as_json:
        missing = [one.plain for one in document.missing]
        print_data({"path": str(path), "rows": document.rows, "missing": missing})
    else:
        where = safe(str(path), limit=_PATH_AT_MOST)
        partly = label(", not complete") if document.missing else label("")
        print_lines([phrase("Wrote {} rows to {}{}", document.rows, where, partly)])


def _free(document: CustomerDocument, form: Form) -> Path:
    return free_name(Path(), document.stem, form, is_folder=form is Form.CSV)


class _Progress:
    """A line for each list that is read, on a terminal, where it takes a while."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._lists = 0

    def __call__(self, so_far: SoFar) -> None:
        waited = time.monotonic() - self._start > _QUIET_S
        if waited and so_far.lists > self._lists:
            self._lists = so_far.lists
            complain(so_far.words)
