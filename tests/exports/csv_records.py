"""A CSV file as a spreadsheet reads it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def records(file: Path) -> list[dict[str, str]]:
    """Its rows by the names of the columns."""
    with file.open(newline="") as opened:
        return list(csv.DictReader(opened))
