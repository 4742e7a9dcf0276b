"""What sentences may say, seen in the source."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2] / "rctui"
KEY: Final = re.compile(
    r"\([A-Za-z]\)(?=[.;, ]|$)"
    r"|(?<![\w'’+-])(?:[b-hj-zB-HJ-Z] [a-z]+s|[aA] (?:does|sets|loads|lists|shows|opens))\b"
)
"""`(T)`, or `r loads`: a key that people may have moved, and that a printed command hasn't."""
NO_KEYS: Final = ("text", "api", "config", "journal", "customers", "playbooks", "bulk", "tables")
NO_KEYS_EITHER: Final = ("exports", "worker", "wiring", "headless")
OF_ONE_LIST: Final = {"s chooses", "s shows"}
"""Keys of the lists to pick and to copy from: nobody can move them."""


def sentences(path: Path) -> Iterator[str]:
    """The text that a module may show: every literal but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("layer", [*NO_KEYS, *NO_KEYS_EITHER])
def test_no_sentence_below_the_screens_names_a_key(layer: str) -> None:
    modules = sorted((PACKAGE / layer).rglob("*.py"))
    told = [(path.name, text) for path in modules for text in sentences(path) if KEY.search(text)]
    assert modules
    assert told == []


def test_a_sentence_of_the_screens_takes_a_key_that_can_be_moved_from_the_keymap() -> None:
    told = [
        (path.name, found.group())
        for path in sorted((PACKAGE / "tui").rglob("*.py"))
        for text in sentences(path)
        for found in KEY.finditer(text)
    ]
    assert [one for one in told if one[1] not in OF_ONE_LIST] == []
