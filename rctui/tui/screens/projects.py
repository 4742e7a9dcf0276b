"""Projects: choose another one of those that are configured."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from rctui.tables.projects import projects_table
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.keys.actions import EVERYWHERE, OPEN, PROJECTS
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from rctui.wiring.opening import ProjectFacts


class ProjectsScreen(RctuiScreen):
    """The projects, with their risk and protection in words. Choosing one opens its Find."""

    OFFERS = (OPEN, *EVERYWHERE)
    LEADS_HERE = PROJECTS
    DEFAULT_CSS = "ProjectsScreen #names { padding: 0 1; }"

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield RecordTable(projects_table(self.session.project.key))
        yield CountLine(id="where")
        yield Plain((self._names(), Tone.MUTED), id="names")
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Projects"),)

    def on_mount(self) -> None:
        """Show every project, the cursor on the one that is open."""
        self.query_one(CountLine).say(*self._where())
        projects = self.session.opening.projects
        table = cast("RecordTable[ProjectFacts]", self.query_one(RecordTable))
        table.show(projects)
        table.cursor = projects.index(self.session.project)
        table.focus()

    def _where(self) -> tuple[SafeText, Tone]:
        file = self.session.opening.config_file
        if file is None:
            return label("Simulated. Configure your own with: rctui config add"), Tone.MUTED
        if self.session.opening.config_changed():
            words = phrase("{} has changed; it counts from the next start on.", safe(file.name))
            return words, Tone.ATTENTION
        return phrase("From {}. Add one with: rctui config add", safe(str(file))), Tone.MUTED

    def _names(self) -> SafeText:
        from rctui.customers.names_age import names_words

        known = names_words(self.program.names_known, self.session.now_ms())
        return phrase("Names of {}: {}", safe(self.session.project.name), known)

    def show_names(self) -> None:
        """The names of the open project have come."""
        self.query_one("#names", Plain).show((self._names(), Tone.MUTED))

    @on(RecordTable.Opened)
    def use_project(self, message: RecordTable.Opened) -> None:
        """Enter on a project."""
        self.program.use_project(cast("ProjectFacts", message.record))

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()
