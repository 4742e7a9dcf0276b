"""The table of all cases as README.md of this folder: `python -m tests.reliability.summary`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.reliability.cases import ALL_CASES

FILE: Final = Path(__file__).with_name("README.md")
_HEAD: Final = """# What rctui must survive

Made from the tables in `cases*.py`; a test compares. Marked `soak` or `terminals`, a case is shown
on demand: `pytest -m soak tests/reliability`, `pytest -m terminals tests/reliability`.

| case | what happens, what must come of it | runs | shown by | left out |
| --- | --- | --- | --- | --- |
"""


def readme() -> str:
    """The whole file."""
    rows = []
    for case in ALL_CASES:
        shown = "<br>".join(f"`{name.removeprefix('tests/')}`" for name in case.shown_by)
        rows.append(f"| {case.number} | {case.says} | {case.runs} | {shown} | {case.reason} |\n")
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    FILE.write_text(readme(), encoding="utf-8")
