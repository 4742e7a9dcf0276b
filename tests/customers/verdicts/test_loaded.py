from __future__ import annotations

from datetime import UTC

import pytest

from rctui.api.page import Unreadable
from rctui.customers.sections import Section
from rctui.customers.verdicts.loaded import PERMISSIONS, TITLES, is_whole, records_of, shortfall
from tests.customers.made import LOADING, NOT_LOADED, alias, failed, failure, loaded, refused

ROW = alias("a")


def test_only_a_list_read_to_its_end_is_whole() -> None:
    assert is_whole(loaded())
    assert is_whole(loaded(ROW))
    assert is_whole(loaded(ROW).loading())
    broken = loaded(ROW, Unreadable("odd", {}))
    partial = [loaded(ROW, more=True), loaded(ROW, cut_short="circles"), broken]
    old = loaded(ROW).failed(failure())
    for state in (NOT_LOADED, LOADING, refused(), failed(), old, *partial):
        assert not is_whole(state)


def test_rows_are_kept_without_those_that_can_not_be_read() -> None:
    assert records_of(loaded(ROW, Unreadable("odd", {}))) == (ROW,)
    assert records_of(NOT_LOADED) == ()


def test_a_whole_list_lacks_nothing() -> None:
    assert shortfall(loaded(ROW), Section.ALIASES) is None


@pytest.mark.parametrize("section", Section)
def test_a_refusal_names_the_permission_even_where_the_server_does_not(section: Section) -> None:
    words = shortfall(refused(), section)
    assert words is not None
    assert PERMISSIONS[section].plain in words.plain
    assert words.plain.startswith(TITLES[section].plain)


def test_old_rows_are_dated_where_the_new_ones_did_not_come() -> None:
    old = loaded(ROW).failed(failure("the line is down"))
    words = shortfall(old, Section.ALIASES, UTC)
    assert words is not None
    assert words.plain == (
        "aliases as of 00:00: the newer ones were not readable (the line is down)"
    )


def test_rows_that_can_not_be_read_are_counted() -> None:
    words = shortfall(loaded(ROW, Unreadable("odd", {})), Section.ALIASES)
    assert words is not None
    assert words.plain == "aliases: 1 of the loaded rows can't be read"
