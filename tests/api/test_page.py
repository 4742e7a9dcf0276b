from __future__ import annotations

import subprocess
import sys

import pytest

from rctui.api.decode import WrongShape
from rctui.api.models.alias import CustomerAlias
from rctui.api.page import Page, Unreadable, read_page


def test_a_bad_item_keeps_its_place_and_its_neighbours() -> None:
    page = read_page(CustomerAlias, {"items": [{"id": "a"}, {"id": 5}, {"id": "b"}]}, "b", "")
    assert [record.id for record in page.records] == ["a", "b"]
    assert page.items[1] == Unreadable("id: should be text", {"id": 5})
    assert page.unreadable == (page.items[1],)
    assert page.next_cursor == "b"


@pytest.mark.parametrize("item", [None, 5, "text", [], True, {}])
def test_an_item_of_any_shape_is_a_row(item: object) -> None:
    page = read_page(CustomerAlias, {"items": [item]}, None, "")
    assert page.unreadable[0].raw == item


@pytest.mark.parametrize("value", [None, 5, "x", {}, {"items": None}, {"items": {"id": "a"}}])
def test_what_has_no_items_is_no_page(value: object) -> None:
    with pytest.raises(WrongShape):
        read_page(CustomerAlias, value, None, "")


def test_a_bare_array_is_a_page_too() -> None:
    assert read_page(CustomerAlias, [{"id": "a"}]).records[0].id == "a"


def test_why_a_list_broke_off_is_kept() -> None:
    assert read_page(CustomerAlias, [], None, "another host").cut_short == "another host"


def test_a_page_can_be_a_set_member_with_unreadable_items() -> None:
    pages: set[Page[CustomerAlias]] = {Page((Unreadable("why", {"a": []}),))}
    assert len(pages) == 1


def test_showing_a_page_needs_no_pydantic() -> None:
    code = "import sys, rctui.api.page; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
