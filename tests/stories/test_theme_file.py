"""A theme's own file is saved while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.test_themes import look_at, themed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.program import Operator

WAS, IS = "#101010", "#203040"


def save(folder: Path, colour: str, name: str = "night") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(f'# a comment\nbackground = "{colour}"\n', encoding="utf-8")
    return file


def background(operator: Operator) -> str:
    return operator.app.theme_variables["background"].lower()


async def shows(operator: Operator, colour: str) -> None:
    await operator.waits(lambda _: background(operator) == colour, f"the background {colour}")


async def test_what_is_saved_shows_and_a_mistake_keeps_the_old_look_and_says_its_line(
    tmp_path: Path,
) -> None:
    save(tmp_path, WAS)
    async with themed(tmp_path, theme="night") as operator:
        await shows(operator, WAS)
        save(tmp_path, IS)
        await shows(operator, IS)
        save(tmp_path, "#zz")
        await operator.is_told("night.toml: line 2, background: is no colour")
        assert background(operator) == IS
        save(tmp_path, WAS)
        await shows(operator, WAS)


async def test_a_file_that_is_gone_keeps_its_look_and_that_is_said_once(tmp_path: Path) -> None:
    file = save(tmp_path, WAS)
    async with themed(tmp_path, theme="night") as operator:
        file.unlink()
        await operator.is_told("The file of theme night is gone; the colours stay.")
        assert background(operator) == WAS
        save(tmp_path, IS)
        await shows(operator, IS)
        assert len([said for said in operator.app.said_lately if "gone" in said.message]) == 1


async def test_nothing_changes_under_a_dialog(tmp_path: Path) -> None:
    save(tmp_path, WAS)
    async with themed(tmp_path, theme="night") as operator:
        await operator.press("G")
        await operator.sees("Grant")
        save(tmp_path, IS)
        looked = operator.app._theme_file
        assert looked is not None
        for _ in range(3):
            looked.look()
        await operator.settles()
        assert background(operator) == WAS
        await operator.press("escape")
        await shows(operator, IS)


async def test_a_theme_that_was_broken_at_the_start_is_put_on_once_it_is_mended(
    tmp_path: Path,
) -> None:
    save(tmp_path, "#zz")
    async with themed(tmp_path, theme="night") as operator:
        await operator.is_told("night.toml: line 2, background: is no colour")
        save(tmp_path, IS)
        await shows(operator, IS)
        assert operator.app.theme == "night"


async def test_only_a_theme_of_ones_own_is_looked_at(tmp_path: Path) -> None:
    save(tmp_path, WAS)
    async with themed(tmp_path, theme="rctui-dark") as operator:
        assert operator.app._theme_file is None
        await look_at(operator, "night")
        await operator.press("escape")
        assert operator.app._theme_file is None
        await look_at(operator, "night")
        await operator.press("enter")
        await operator.is_told("Theme night for this run")
        save(tmp_path, IS)
        await shows(operator, IS)
        await look_at(operator, "rctui-cvd")
        await operator.press("enter")
        assert operator.app._theme_file is None
