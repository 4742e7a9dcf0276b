"""What a screen can export: marked rows, the loaded ones, all pages, a whole customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.exports.sheet import ListDocument, Sheet
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from rctui.customers.reads import Read
    from rctui.customers.whole import SoFar
    from rctui.exports.saving import Document
    from rctui.tables.table import Table
    from rctui.tui.screens.base import RctuiScreen
    from rctui.tui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Exportable:
    """One answer to "export what?"."""

    id: str
    name: SafeText
    stem: str
    """What its file is called. May hold outside text."""
    document: Callable[[Any], Document]
    """Makes the document of what was read; called beside the screens' thread."""
    read: Callable[[Callable[[SoFar], object]], Read[Any]] | None = None
    """What must be read first, given whom to tell how far that is; `None` is nothing."""
    is_folder: bool = False
    """Whether its CSV is a folder."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the dialog offers, the first of it chosen."""

    title: SafeText
    """Whose it is."""
    choices: tuple[Exportable, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list on screen, and whose it is."""

    table: Table[Any]
    stem: str
    title: SafeText
    about: tuple[tuple[str, str], ...]

    def document(self, items: Sequence[Any], missing: SafeText) -> ListDocument:
        """Some rows of it as a document."""
        sheet = Sheet(self.table.name, self.title, self.table, items, missing)
        return ListDocument(sheet, self.stem, self.about)

    def exportable(
        self, id_: str, name: SafeText, items: Sequence[Any], missing: SafeText
    ) -> Exportable:
        """Rows that are here already."""
        kept = tuple(items)
        return Exportable(id_, name, self.stem, lambda _: self.document(kept, missing))


def listed_on(
    screen: RctuiScreen, stem: str = "", title: SafeText | None = None, **about: str
) -> Listed | None:
    """The list of a screen, if it has one. It is called like its table unless told otherwise."""
    if screen.the_list is None:
        return None
    table = screen.the_list.shown.table
    told = (("project", screen.session.project.name), *about.items())
    return Listed(table, stem or table.name, title or safe(table.name.capitalize()), told)


def row_exports(
    listed: Listed, table: RecordTable[Any], *, extra: frozenset[Hashable] = frozenset()
) -> list[Exportable]:
    """The marked rows, those that a filter shows, and all that are loaded.

    `extra` are rows that only stand above the list, by their keys.
    """
    found: list[Exportable] = []
    marked = table.marked
    if marked:
        name = phrase("{}: {} marked", listed.title, len(marked))
        found.append(listed.exportable("marked", name, marked, label("")))
    if table.shown.filter_words:
        rows = table.shown_rows
        name = phrase("{}: {} shown", listed.title, len(rows))
        found.append(listed.exportable("shown", name, rows, label("")))
    kept = [row for row in table.shown.all if row is not NOT_KEPT]
    loaded = [row for row in kept if not extra or _key(listed, row) not in extra]
    more = label("the server has more rows") if table.shown.more else label("")
    let_go = len(table.shown.all) - len(kept)
    gone = phrase("{} loaded rows are no longer kept", let_go) if let_go else label("")
    missing = join("; ", [one for one in (gone, more) if one.plain])
    name = phrase("the list {} ({} loaded)", listed.title, len(loaded))
    found.append(listed.exportable("loaded", name, loaded, missing))
    return found


def _key(listed: Listed, row: Any) -> Hashable:
    return None if isinstance(row, Unreadable) else listed.table.key(row)


def list_exports(screen: RctuiScreen) -> Offer:
    """What a screen with a plain list can export; nothing where it has none."""
    table, listed = screen.the_list, listed_on(screen)
    choices = [] if listed is None or table is None else row_exports(listed, table)
    return Offer(join(" · ", screen.place), tuple(choices))


def marked_first(found: list[Exportable], *others: Exportable) -> tuple[Exportable, ...]:
    """Marks were made for something: they are offered first, and what is whole next."""
    marked = [one for one in found if one.id == "marked"]
    return (*marked, *others, *(one for one in found if one.id != "marked"))
