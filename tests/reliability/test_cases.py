"""The table of cases is whole, and names tests that there are."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reliability.cases import ALL_CASES
from tests.reliability.summary import FILE, readme

if TYPE_CHECKING:
    from tests.reliability.case import Case


ROOT = Path(__file__).parents[2]


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in tree.body if isinstance(one, kinds))


def test_each_case_from_1_to_130_is_there_once() -> None:
    assert [case.number for case in ALL_CASES] == list(range(1, 131))


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: str(case.number))
def test_what_a_case_names_is_there(case: Case) -> None:
    assert case.says.endswith(".")
    assert bool(case.shown_by) is (case.runs != "not planned")
    assert case.shown_by or case.reason
    for shown in case.shown_by:
        file, _, name = shown.partition("::")
        assert name in names_in(file), shown


def test_the_readme_of_this_folder_is_made_from_the_table() -> None:
    assert FILE.read_text(encoding="utf-8") == readme()
