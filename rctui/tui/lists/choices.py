"""How lists are to look, as chosen in this run: columns, sorting, and the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.tables.table import Sort


class ListChoices:
    """Forgotten with the program; the configuration has what is meant to last."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, Sequence[str]]] = {}
        self.sorts: dict[str, Sort | None] = {}
        """What was chosen to sort by, by the list's name; `None` is the server's order."""
        self.preview = True
        """Whether the row under the cursor is shown beside its list where there is room."""

    def columns(
        self, project: str, configured: Mapping[str, Sequence[str]]
    ) -> dict[str, Sequence[str]]:
        """Ids of columns by the list's name: as configured until `choose` says otherwise.

        It is the one that `choose` changes, so that every screen of the project has the newest.
        """
        return self._columns.setdefault(project, dict(configured))
