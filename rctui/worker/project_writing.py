"""What the worker needs to write to a project. Every connection has it: cheap to import."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.names import Names

if TYPE_CHECKING:
    from rctui.api.writing_line import WritingLine
    from rctui.journal.place import Place


class Writing(NamedTuple):
    """One project's way to write. A read-only project has none."""

    line: WritingLine
    place: Place
    rules: WriteRules = WriteRules()
    names: Names = Names()
