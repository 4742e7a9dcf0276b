"""`x` on Projects: the list as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.stories.program import demo, program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_list_of_projects_is_exported_without_what_rctui_works_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "p", "x")
        await operator.press("enter", "enter", "enter", "enter")
        await operator.waits(lambda _: bool(files_in(tmp_path)), "a file")
        await operator.settles()
    (file,) = files_in(tmp_path)
    (project,) = json.loads(file.read_bytes())["data"]["items"]
    assert project["name"] == "Skylark Demo"
    assert "names" not in project
