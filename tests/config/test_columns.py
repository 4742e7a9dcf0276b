from __future__ import annotations

import pytest

from rctui.config.columns import COLUMN_IDS, known_columns


def test_known_columns_are_taken_as_they_are() -> None:
    chosen = {"subscriptions": ["status", "product"]}
    assert known_columns(chosen) is chosen
    assert known_columns({}) == {}


def test_an_unknown_column_is_named_with_its_list_and_the_nearest_one() -> None:
    with pytest.raises(ValueError, match="subscriptions: unknown column; did you mean status"):
        known_columns({"subscriptions": ["staus"]})
    with pytest.raises(ValueError, match="known are code, balance, name, description"):
        known_columns({"currencies": ["xyzzy"]})


def test_every_list_has_columns_of_its_own() -> None:
    assert all(len(set(ids)) == len(ids) > 1 for ids in COLUMN_IDS.values())
