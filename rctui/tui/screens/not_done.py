"""How a write ended that changed nothing: `enter` leads back to what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from rctui.text.safe_text import label
from rctui.tui.screens.text import TextScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from rctui.text.safe_text import SafeText
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned

_HOW = label("enter goes back to the answers, to mend them; esc leaves them.")


class NotDoneScreen(TextScreen):
    """Says why, and opens the dialog again with what was typed there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "mend", show=False, priority=True),
    ]

    def __init__(
        self,
        session: Session,
        place: SafeText,
        rows: Sequence[SafeText | Toned],
        indent: int,
        again: Callable[[], None],
    ) -> None:
        super().__init__(session, (place,), [*rows, label(""), _HOW], indent=indent)
        self._again = again

    def action_mend(self) -> None:
        """Back to the answers."""
        if self.is_active:
            self.program.go_back()
            self._again()
