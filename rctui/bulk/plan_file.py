"""The plan on disk: written once, readable by its owner alone, held by one program at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rctui.bulk.errors import BadPlan
from rctui.bulk.kept_plans import SUFFIX
from rctui.bulk.plan import Plan, plan_in
from rctui.files.errors import translated
from rctui.files.new_files import write_new

if TYPE_CHECKING:
    from pathlib import Path

BIGGEST: Final = 64 * 1024 * 1024
"""Bytes beyond which a file is no plan of at most 10,000 rows."""


def save_plan(plan: Plan, folder: Path, name: str) -> Path:
    """Write a plan beside its list and say where. Never over another one. Raises FilesError."""
    text = json.dumps(plan.data(), indent=1)
    return write_new(folder, f"{name}{SUFFIX}", text.encode("ascii"))


def load_plan(file: Path) -> Plan:
    """The plan in a file. Raises FilesError, BadPlan."""
    with translated("read", file), file.open("rb") as opened:
        data = opened.read(BIGGEST + 1)
    if len(data) > BIGGEST:
        raise BadPlan(f"{file} is too big for a plan.")
    try:
        return plan_in(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise BadPlan(f"{file} is no plan.", hint="Make one: rctui bulk plan FILE.") from error
