"""The table of cases is whole, and names tests that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reliability.cases import ALL_CASES, TEXT_CASES
from tests.reliability.summary import FILE, readme
from tests.reliability.test_server_cases import names_in

if TYPE_CHECKING:
    from tests.reliability.case import Case


def test_each_case_from_1_to_130_is_there_once() -> None:
    assert [case.number for case in ALL_CASES] == list(range(1, 131))


@pytest.mark.parametrize("case", TEXT_CASES, ids=lambda case: str(case.number))
def test_what_a_case_names_is_there(case: Case) -> None:
    assert case.says.endswith(".")
    assert bool(case.shown_by) is (case.runs != "not planned")
    assert case.shown_by or case.reason
    for shown in case.shown_by:
        file, _, name = shown.partition("::")
        assert name in names_in(file), shown


def test_the_readme_of_this_folder_is_made_from_the_table() -> None:
    assert FILE.read_text(encoding="utf-8") == readme()
