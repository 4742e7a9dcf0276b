"""A screen whose list has the row under the cursor beside it, where there is room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from rctui.tui.own_screen import OwnScreen
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.row_preview import RowPreview, preview_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned

RESTS_S = 0.12
"""A row is shown when the cursor has been on it for so long: a held key sends nothing of it."""


class Previewing(OwnScreen):
    """Needs a `RowPreview` beside its list."""

    PREVIEW_FROM: ClassVar[int] = 120
    """The screen's width from which on there is room for both."""
    elsewhere: int = 0
    """Cells that neither the list nor the preview have: another column's."""
    _resting: Timer | None = None
    _has_room: bool = False

    def preview_of(self, row: Any) -> tuple[Sequence[SafeText | Toned], int]:
        """What is shown of a row, and the indent of continued lines."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the preview where there is room."""
        self.fit_preview()

    def on_resize(self) -> None:
        """Show the preview where there is room."""
        self.fit_preview()

    def fit_preview(self) -> None:
        """Show or hide the preview, as wide as the screen allows."""
        wanted = self.program.list_choices.preview
        for preview in self.query(RowPreview):
            self._has_room = wanted and self.app.size.width >= self.PREVIEW_FROM
            preview.styles.width = preview_width(self.app.size.width - self.elsewhere)
            self._show_row()

    @on(RecordTable.CursorMoved)
    def preview_soon(self, message: RecordTable.CursorMoved) -> None:
        """Show other rows at once, and another one as soon as the cursor rests on it."""
        if message.by_key:
            self.preview_when_at_rest()
        else:
            self._show_row()

    def preview_when_at_rest(self) -> None:
        """Show the row under the cursor if that is still there in a moment."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(RESTS_S, self._show_row)

    @property
    def previewed_row(self) -> Any:
        """The row under the cursor; `None` if there is none."""
        tables = self.query(RecordTable)
        return tables.first(RecordTable).cursor_row if tables else None

    @property
    def _has_nothing(self) -> bool:
        """Whether the list is known to have no rows: its words then need the width."""
        tables = self.query(RecordTable)
        return bool(tables) and tables.first(RecordTable).is_known_empty

    def _show_row(self) -> None:
        for preview in self.query(RowPreview):
            row = self.previewed_row
            preview.display = self._has_room and not self._has_nothing
            if preview.display:
                preview.show(*(((), 0) if row is None else self.preview_of(row)))

    def action_preview(self) -> None:
        """Show the row beside the list, or no longer."""
        choices = self.program.list_choices
        choices.preview = not choices.preview
        self.fit_preview()
