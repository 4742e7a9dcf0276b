from __future__ import annotations

import pytest

from rctui.api.decode import WrongShape
from rctui.api.models.blocked import read_blocked_customers


def test_every_key_is_a_customer_and_the_newest_comes_first() -> None:
    page = read_blocked_customers(
        {
            "object": "blocked_customer",
            "old": {"updated_at_ms": 1},
            "new": {"updated_at_ms": 9},
            "undated": {},
        }
    )
    assert [record.id for record in page.records] == ["new", "old", "undated"]
    assert page.records[0].raw == {"id": "new", "updated_at_ms": 9}


def test_a_customer_called_object_is_blocked_too() -> None:
    page = read_blocked_customers({"object": {"updated_at_ms": 1}})
    assert [record.id for record in page.records] == ["object"]


def test_no_one_blocked_is_an_empty_page() -> None:
    assert read_blocked_customers({"object": "blocked_customer"}).items == ()


def test_a_list_like_everywhere_else_is_read_too() -> None:
    page = read_blocked_customers({"object": "list", "items": [{"id": "a", "updated_at_ms": 5}]})
    assert [record.updated_at_ms for record in page.records] == [5]


def test_a_customer_called_items_is_no_list() -> None:
    page = read_blocked_customers({"object": "blocked_customer", "items": {"updated_at_ms": 1}})
    assert [record.id for record in page.records] == ["items"]


def test_an_odd_entry_is_a_row_of_its_own() -> None:
    page = read_blocked_customers({"a": {"updated_at_ms": "soon"}, "b": 5, "c": {}})
    assert [record.id for record in page.records] == ["c"]
    assert len(page.unreadable) == 2


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(WrongShape):
        read_blocked_customers(value)
