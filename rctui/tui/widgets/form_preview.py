"""What the answers of a dialog mean so far, below its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, Vertical

from rctui.tui.dialogs.looking_up import SetsBeside
from rctui.tui.widgets.hanging_lines import HangingLines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from rctui.text.safe_text import SafeText
    from rctui.tui.dialogs.form import Form
    from rctui.tui.widgets.plain import Toned

    Rows = Sequence[SafeText | Toned]


class FormPreview(Vertical):
    """Its lines; its screen lets what is compared stand side by side where there is room."""

    DEFAULT_CSS = """
    FormPreview { height: auto; }
    FormPreview #preview { padding: 1 0 0 0; }
    FormPreview #beside { height: auto; layout: vertical; }
    FormPreview #beside > HangingLines { height: auto; padding: 1 0 0 0; }
    """

    def compose(self) -> ComposeResult:
        """Lines, what is compared, more lines."""
        yield HangingLines(id="preview")
        with Container(id="beside"):
            yield HangingLines(id="left")
            yield HangingLines(id="right")
        yield HangingLines(id="below")

    def tell(self, form: Form, answers: Mapping[str, str], but: SafeText) -> None:
        """Say what the answers mean, `but` not what is said elsewhere already."""
        rows = without_title(form.preview(answers), form.title)
        rows = [row for row in rows if _words(row) != but]
        beside = form.beside(answers) if isinstance(form, SetsBeside) else None
        left, right = beside or ((), ())
        said = [*left, *right]
        below = [row for row in rows[1:] if row not in said] if beside else []
        self.query_one("#preview", HangingLines).show_lines(rows[:1] if beside else rows)
        self.query_one("#left", HangingLines).show_lines(left)
        self.query_one("#right", HangingLines).show_lines(right)
        self.query_one("#beside").display = beside is not None
        self.query_one("#below", HangingLines).show_lines(below)
        self.query_one("#below").display = bool(below)


def without_title(rows: Rows, title: SafeText) -> Rows:
    """The rows of a preview, which need not begin with what stands above the questions."""
    return rows[1:] if rows and _words(rows[0]) == title else rows


def _words(row: SafeText | Toned) -> SafeText:
    return row[0] if isinstance(row, tuple) else row
