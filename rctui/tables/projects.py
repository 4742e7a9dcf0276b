"""The configured projects."""

from __future__ import annotations

from typing import Protocol

from rctui.tables.formatting import text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label, safe


class ListedProject(Protocol):
    """What is listed of a project."""

    @property
    def key(self) -> str:
        """What the configuration calls it."""

    @property
    def name(self) -> str:
        """Its name in words."""

    @property
    def project_id(self) -> str:
        """RevenueCat's id of it."""

    @property
    def protection(self) -> str:
        """`open`, `guarded` or `read-only`."""

    @property
    def high_risk(self) -> bool:
        """Whether it is marked as one to be careful with."""


def projects_table(current: str) -> Table[ListedProject]:
    """The columns of the Projects screen; `current` is the key of the one on screen."""

    def mark(project: ListedProject) -> Cell:
        here = project.key == current
        return Cell(label("on screen"), Tone.GOOD) if here else Cell(label(""))

    return Table(
        "projects",
        (
            Column("project", label("PROJECT"), 14, lambda p: text_cell(p.key), lambda p: p.key),
            Column("name", label("NAME"), 20, lambda p: text_cell(p.name), grows=True),
            Column("risk", label("RISK"), 9, _risk),
            Column("protection", label("PROTECTION"), 10, _protection),
            Column("id", label("PROJECT ID"), 16, lambda p: text_cell(p.project_id), drop_order=1),
            Column("here", label("NOW"), 9, mark),
        ),
        key=lambda project: project.key,
        empty=label("No project is configured."),
    )


def _risk(project: ListedProject) -> Cell:
    if project.high_risk:
        return Cell(label("HIGH RISK"), Tone.ATTENTION)
    return Cell(label("normal"), Tone.MUTED)


def _protection(project: ListedProject) -> Cell:
    return Cell(safe(project.protection))
