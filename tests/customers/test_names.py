from __future__ import annotations

from rctui.customers.names import Names, names_in
from tests.customers.made import purchase, subscription


def test_what_is_configured_wins_over_what_was_learned() -> None:
    names = Names({"a": "mine"}).with_learned({"a": "theirs", "b": "learned"})
    assert [names.of(id_).plain for id_ in ("a", "b", "c")] == ["mine", "learned", "c"]


def test_later_lessons_add_to_earlier_ones() -> None:
    names = Names().with_learned({"a": "1"}).with_learned({"b": "2"})
    assert (names.of("a").plain, names.of("b").plain) == ("1", "2")


def test_rows_teach_the_names_of_entitlements_and_of_coming_products() -> None:
    attached = {"items": [{"id": "e1", "lookup_key": "pro"}, {"id": "e2", "display_name": "Plus"}]}
    coming = {"product": {"id": "p1", "display_name": None, "store_identifier": "pro.year"}}
    row = subscription(entitlements=attached, pending_changes=coming)
    bought = purchase(entitlements={"items": [{"id": "e3"}]})
    assert names_in([row, bought]) == {"e1": "pro", "e2": "Plus", "p1": "pro.year"}
