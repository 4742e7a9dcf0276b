"""A theme that is chosen is written into the configuration, where that is asked for."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.config.files import ACME, written
from tests.stories.program import Operator, demo
from tests.stories.test_themes import look_at, served, switch, themed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from rctui.wiring.opening import Opening


def configured(file: Path, *, theme: str = "") -> Opening:
    usual = demo()
    acme = replace(usual.projects[0], key="acme", name="Acme", theme=theme)
    bare = replace(acme, key="bare", name="Bare", theme="")
    return replace(served(usual, acme, bare), config_file=file)


async def choose(operator: Operator, typed: str) -> None:
    await operator.press("ctrl+p")
    await operator.sees("Commands")
    await operator.type(typed)
    await operator.press("enter")


async def test_the_theme_that_is_on_is_kept_for_every_project(tmp_path: Path) -> None:
    file = written(tmp_path, "# mine\n" + ACME)
    async with themed(opening=configured(file)) as operator:
        await look_at(operator, "rctui-light")
        await operator.press("enter")
        await operator.is_told("Press : and choose Keep theme to keep it for good.")
        await choose(operator, "keep theme every")
        await operator.is_told(f"Theme rctui-light is kept in {file}.")
    assert tomllib.loads(file.read_text())["theme"] == "rctui-light"
    assert file.read_text().endswith("# mine\n" + ACME)


async def test_a_theme_is_kept_for_a_project_and_holds_when_one_comes_back_to_it(
    tmp_path: Path,
) -> None:
    file = written(tmp_path, ACME)
    async with themed(opening=configured(file, theme="rctui-dark")) as operator:
        await look_at(operator, "rctui-light")
        await operator.press("enter")
        await choose(operator, "keep theme for acme")
        await operator.is_told(f"Theme rctui-light is kept in {file}.")
        await switch(operator, "Bare")
        await choose(operator, "change to rctui-cvd")
        await switch(operator, "Acme")
        assert operator.app.theme == "rctui-light"
    assert tomllib.loads(file.read_text())["projects"]["acme"]["theme"] == "rctui-light"


async def test_what_wins_over_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, ACME)
    async with themed(opening=configured(file, theme="rctui-dark")) as operator:
        await choose(operator, "keep theme every")
        await operator.is_told("; Acme has one of its own, which wins.")
        monkeypatch.setenv("RCTUI_THEME", "rctui-cvd")
        await choose(operator, "keep theme for acme")
        await operator.is_told(", but RCTUI_THEME wins over it.")


async def test_the_demo_offers_no_keeping_and_says_how_to_begin_with_it() -> None:
    async with themed(theme="rctui-dark", opening=demo()) as operator:
        await choose(operator, "change to rctui-cvd")
        await operator.is_told("for this run. To begin with it: rctui demo --theme rctui-cvd")
        await operator.press("ctrl+p")
        await operator.sees("Commands")
        await operator.type("keep theme")
        await operator.sees("No command matches")


async def test_where_there_is_no_file_the_palette_says_why(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    async with themed(theme="rctui-cvd", opening=configured(file)) as operator:
        await choose(operator, "change to rctui-light")
        await operator.is_told("To begin with it: RCTUI_THEME=rctui-light in the environment.")
        await operator.press("ctrl+p")
        await operator.type("keep theme")
        await operator.sees("Not now: there is no file")
    assert not os.listdir(tmp_path)  # noqa: PTH208


async def test_a_file_that_can_not_be_changed_safely_stays_and_says_what_to_write(
    tmp_path: Path,
) -> None:
    before = 'projects = { acme = { project_id = "p", api_key = { env = "K" } } }\n'
    file = written(tmp_path, before)
    async with themed(theme="rctui-cvd", opening=configured(file)) as operator:
        await choose(operator, "keep theme for acme")
        await operator.is_told('Write theme = "rctui-cvd" below [projects.acme] into it by hand.')
    assert file.read_text() == before
