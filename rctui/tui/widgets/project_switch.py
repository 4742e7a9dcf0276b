"""The switch beside Find's box: look in the project on screen, or in every one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from rctui.tables.table import Tone
from rctui.text.safe_text import label, phrase
from rctui.text.width import cell_width
from rctui.tui.widgets.plain import content

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.content import Content

    from rctui.text.safe_text import SafeText


class ProjectSwitch(Widget, can_focus=True):
    """`[x] every project (3)`. It only says that it was turned; the screen turns it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn", show=False),
        Binding("escape,down", "leave", show=False),
    ]
    DEFAULT_CSS = """
    ProjectSwitch { height: 1; width: auto; padding: 0 1; background: $boost; }
    ProjectSwitch:focus { background: $panel; text-style: bold; }
    """

    class Turned(Message):
        """Space or enter was pressed on it."""

    class Left(Message):
        """The operator goes back to the box without turning it."""

    def __init__(self, projects: int) -> None:
        super().__init__(markup=False)
        self._projects = projects
        self._on = False

    def show(self, *, on: bool) -> None:
        """Show how it stands."""
        if on is not self._on:
            self._on = on
            self.refresh()

    @property
    def _words(self) -> SafeText:
        marker = label(">") if self.has_focus else label(" ")
        box = label("[x]") if self._on else label("[ ]")
        return phrase("{}{} every project ({})", marker, box, self._projects)

    def get_content_width(self, *_sizes: object) -> int:
        """As wide as its words, which are the same with and without the focus."""
        return cell_width(self._words)

    def render(self) -> Content:
        """The words as Textual draws them."""
        return content((self._words, Tone.ACCENT if self._on else Tone.MUTED))

    def action_turn(self) -> None:
        """Tell that it was turned."""
        self.post_message(self.Turned())

    def action_leave(self) -> None:
        """Tell that the box should have the focus again."""
        self.post_message(self.Left())
