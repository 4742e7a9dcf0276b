"""Which of a table's columns are shown, where somebody chose. The first column never goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tables.table import Column

T = TypeVar("T")


def chosen_columns(
    columns: Sequence[Column[T]], chosen: Sequence[str] | None
) -> tuple[Column[T], ...]:
    """The columns with these ids, in this order; all where nothing is chosen.

    An id that the table hasn't got is passed over: it may have it when more is loaded.
    """
    if not chosen:
        return tuple(columns)
    by_id = {column.id: column for column in columns}
    first, *_ = columns
    wanted = [id_ for id_ in dict.fromkeys(chosen) if id_ in by_id and id_ != first.id]
    asked_first = first.id in chosen and [id_ for id_ in chosen if id_ in by_id].index(first.id)
    kept = [by_id[id_] for id_ in wanted]
    kept.insert(asked_first or 0, first)
    return tuple(kept)


def turned(columns: Sequence[Column[T]], chosen: Sequence[str] | None, id_: str) -> list[str]:
    """The choice with one column more or less; a new one takes its usual place."""
    shown = [column.id for column in chosen_columns(columns, chosen)]
    if id_ in shown:
        return [one for one in shown if one != id_]
    usual = [column.id for column in columns]
    place = sum(1 for one in shown if usual.index(one) < usual.index(id_))
    shown.insert(place, id_)
    return shown
