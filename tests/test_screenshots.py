"""The pictures show the current program."""

from __future__ import annotations

import pytest

from tests.screenshots import ALWAYS, FOLDER, PICTURES, draw

AGAIN = "python -m tests.screenshots writes them anew; look at what changed before you keep it"
SELDOM = [pytest.param(name, marks=pytest.mark.soak) for name in PICTURES if name not in ALWAYS]


@pytest.mark.parametrize("name", [*ALWAYS, *SELDOM])
async def test_a_picture_is_what_the_program_shows(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert PICTURES[name].same(await draw(PICTURES[name]), kept), AGAIN


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(PICTURES), AGAIN


def test_the_readme_shows_only_pictures_that_exist() -> None:
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    shown = {word.split(")")[0] for word in readme.split("](screenshots/")[1:]}
    assert shown
    assert shown <= {f"{name}.svg" for name in PICTURES}
