"""The pictures show the current program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.picture_index import picture_index
from tests.scenes import Scene
from tests.screenshots import ALWAYS, FOLDER, INDEX, PICTURES, draw, keep

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "python -m tests.screenshots writes them anew; look at what changed before you keep it"
SELDOM = [pytest.param(name, marks=pytest.mark.soak) for name in PICTURES if name not in ALWAYS]


@pytest.mark.parametrize("name", [*ALWAYS, *SELDOM])
async def test_a_picture_is_what_the_program_shows(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert PICTURES[name].same(await draw(PICTURES[name]), kept), AGAIN


def test_times_that_are_measured_change_no_picture(tmp_path: Path) -> None:
    file, measured = tmp_path / "activity.svg", PICTURES["activity-80x24"]
    keep(file, measured, "<text>12</text>")
    keep(file, measured, "<text>7</text>")
    assert file.read_text() == "<text>12</text>"
    keep(file, measured, "<text>7 requests</text>")
    assert file.read_text() == "<text>7 requests</text>"


async def test_a_scene_that_is_not_reached_is_no_picture() -> None:
    never = replace(PICTURES["find-80x24"], scene=Scene(seen="words that are never there"))
    with pytest.raises(AssertionError, match="never on the screen"):
        await draw(never, limit_s=0.1)


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(PICTURES), AGAIN


def test_the_list_of_pictures_names_each_of_them() -> None:
    assert INDEX.read_text(encoding="utf-8") == picture_index(PICTURES), AGAIN


def test_the_readme_shows_only_pictures_that_exist() -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    shown = {word.split(")")[0] for word in readme.split("](screenshots/")[1:]}
    assert INDEX.name in shown
    assert shown - {INDEX.name} <= {f"{name}.svg" for name in PICTURES}
