"""What Find draws of a customer, and what it keeps whole."""

from __future__ import annotations

from datetime import UTC

import pytest

from rctui.customers.listed import ListedCustomer
from rctui.tables.listed_customers import listed_customers_table
from rctui.tables.shown_rows import ShownRows
from rctui.tables.table import DASH, Tone
from rctui.text.safe_text import safe
from rctui.tui.widgets.shown_columns import ShownColumns
from tests.customers.made import NOW, customer

TABLE = listed_customers_table(UTC)
COLUMNS = {column.id: column for column in TABLE.columns}
ANONYMOUS = "$RCAnonymousID:993e262ab28bfc68e6971a02a0da650d"


@pytest.mark.parametrize(
    ("id_", "drawn"),
    [
        (ANONYMOUS, "$RCAnonymousID:993e…650d"),
        ("$RCAnonymousID:ab12", "$RCAnonymousID:ab12"),
        ("46bfb254-a6c3-4c5f-a93a-69c4bfca5941", "46bfb254-a6c3-4c5f-a93a-69c4bfca5941"),
    ],
)
def test_of_an_anonymous_id_both_ends_are_drawn_and_the_cell_keeps_it(id_: str, drawn: str) -> None:
    column = COLUMNS["id"]
    assert column.drawn is not None
    assert column.drawn(safe(id_)).plain == drawn
    assert column.cell(ListedCustomer(id_)).text.plain == id_


def test_a_filter_finds_what_is_not_drawn() -> None:
    rows = ShownRows(TABLE)
    rows.show([ListedCustomer("user_1"), ListedCustomer(ANONYMOUS)], more=False)
    rows.filter("6971a02a")
    assert [row.customer_id for row in rows.readable] == [ANONYMOUS]


def test_first_seen_is_a_day_and_last_seen_a_minute() -> None:
    row = ListedCustomer("a", customer=customer(id="a", first_seen_at=NOW, last_seen_at=NOW))
    first, last = (COLUMNS[id_].cell(row).text.plain for id_ in ("first-seen", "last-seen"))
    assert last.startswith(f"{first} ")


def test_what_is_not_known_looks_like_any_other_text() -> None:
    rows = [ListedCustomer("a"), ListedCustomer("a", customer=customer(id="a"))]
    missing = [cell for row in rows for cell in TABLE.row(row) if cell.text == DASH]
    assert missing
    assert {cell.tone for cell in missing} == {Tone.PLAIN}


@pytest.mark.parametrize(
    ("width", "chosen", "shown"),
    [(118, None, False), (120, None, True), (118, ["id", "first-seen"], True)],
)
def test_first_seen_is_shown_where_there_is_room_or_it_was_chosen(
    width: int, chosen: list[str] | None, shown: bool
) -> None:
    columns: ShownColumns[ListedCustomer] = ShownColumns()
    columns.chosen = {} if chosen is None else {TABLE.name: chosen}
    columns.place(TABLE, width)
    assert ("first-seen" in [one.column.id for one in columns.placed]) is shown


def test_in_the_project_s_own_list_who_is_pinned_or_recent_stands_as_above() -> None:
    pinned = ListedCustomer("a", why="pinned")
    [why] = [
        one for one in listed_customers_table(UTC, remembered=[pinned]).columns if one.id == "why"
    ]
    rows = (pinned, ListedCustomer("a"), ListedCustomer("b"))
    assert [why.cell(row).text.plain for row in rows] == ["pinned", "above", ""]


def test_a_section_ends_where_rows_stay_on_top_and_others_follow() -> None:
    pinned = [ListedCustomer("a", why="pinned"), ListedCustomer("b", why="recent")]
    shown = ShownRows(listed_customers_table(UTC, remembered=pinned))
    shown.show([*pinned, ListedCustomer("a"), ListedCustomer("c")], more=False)
    assert [shown.ends_top(place) for place in range(4)] == [False, True, False, False]
    shown.show(pinned, more=False)
    assert not shown.ends_top(1)
