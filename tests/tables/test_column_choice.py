from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.config.columns import COLUMN_IDS
from rctui.tables.column_choice import chosen_columns, turned
from rctui.tables.table import Cell, Column
from rctui.text.safe_text import label
from tests.tables.test_tables_fit import TABLES

COLUMNS: tuple[Column[str], ...] = tuple(
    Column(id_, label("T"), 4, lambda _: Cell(), drop_order=number)
    for number, id_ in enumerate(("a", "b", "c", "d"))
)


def ids(*chosen: str) -> list[str]:
    return [column.id for column in chosen_columns(COLUMNS, chosen)]


def test_the_chosen_columns_are_shown_in_their_order() -> None:
    assert ids() == ["a", "b", "c", "d"]
    assert ids("d", "a", "b") == ["d", "a", "b"]
    assert ids("a", "d", "d", "gone") == ["a", "d"]


def test_the_first_column_never_goes() -> None:
    assert ids("c", "b") == ["a", "c", "b"]
    assert ids("gone") == ["a"]


def test_a_column_that_comes_back_takes_its_usual_place() -> None:
    without = turned(COLUMNS, None, "b")
    assert without == ["a", "c", "d"]
    assert turned(COLUMNS, without, "b") == ["a", "b", "c", "d"]


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "gone"]), max_size=6))
def test_any_choice_shows_the_first_column_and_none_twice(chosen: list[str]) -> None:
    shown = ids(*chosen)
    assert "a" in shown
    assert len(set(shown)) == len(shown)


def test_the_configuration_knows_the_columns_of_every_list_that_it_names() -> None:
    for table in TABLES:
        if table.name in COLUMN_IDS:
            known = COLUMN_IDS[table.name]
            assert set(known) >= {column.id for column in table.columns}
    richest = dict.fromkeys(COLUMN_IDS, 0)
    for table in TABLES:
        if table.name in richest:
            richest[table.name] = max(richest[table.name], len(table.columns))
    assert richest == {name: len(known) for name, known in COLUMN_IDS.items()}
