"""Colours by the keyboard: looked at before they are chosen, one's own too, a project's own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rctui.tui.starting import ScreenOptions, build_app
from rctui.tui.widgets.line_input import LineInput
from tests.stories.program import Operator, demo

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.wiring.opening import Opening, ProjectFacts

CONFIG = Path("/home/ann/.config/rctui/config.toml")


@asynccontextmanager
async def themed(
    folder: Path | None = None, *, theme: str = "", opening: Opening | None = None
) -> AsyncIterator[Operator]:
    options = ScreenOptions("user_42", theme=theme, themes_folder=folder)
    app = build_app(opening or replace(demo(), config_file=CONFIG), options)
    app.session.worker.start()
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            operator = Operator(app, pilot)
            await operator.sees("Has pro until")
            yield operator
    finally:
        assert app.session.worker.close()


async def look_at(operator: Operator, name: str) -> None:
    await operator.press("ctrl+p")
    await operator.type(f"to {name}")
    await operator.sees(f"Change the colours to {name}")


async def test_a_theme_is_seen_while_the_cursor_is_on_it_and_esc_puts_the_old_one_back() -> None:
    async with themed(theme="rctui-dark") as operator:
        await look_at(operator, "rctui-l")
        assert operator.app.theme == "rctui-light"
        await operator.press("escape")
        await operator.sees("Has pro until")
        assert operator.app.theme == "rctui-dark"


async def test_going_through_the_themes_shows_each_and_what_is_no_theme_none() -> None:
    async with themed(theme="rctui-dark") as operator:
        await look_at(operator, "rctui")
        seen = []
        for _ in range(4):
            seen.append(operator.app.theme)
            await operator.press("down")
        assert seen == ["rctui-dark", "rctui-cvd", "rctui-high-contrast", "rctui-light"]
        await operator.press("escape", "ctrl+p")
        await operator.type("journal")
        assert operator.app.theme == "rctui-dark"


async def test_filtering_a_theme_away_puts_the_old_one_back() -> None:
    async with themed(theme="rctui-dark") as operator:
        await look_at(operator, "rctui-l")
        await operator.type("zzz")
        await operator.sees("No command matches")
        assert operator.app.theme == "rctui-dark"


async def test_enter_keeps_it_for_this_run() -> None:
    async with themed(theme="rctui-dark") as operator:
        await look_at(operator, "rctui-h")
        await operator.press("enter")
        await operator.is_told("Theme rctui-high-contrast for this run.")
        assert operator.app.theme == "rctui-high-contrast"


async def test_a_theme_of_ones_own_is_offered_and_a_bad_one_says_file_and_line(
    tmp_path: Path,
) -> None:
    (tmp_path / "night.toml").write_text('background = "#101010"\n', encoding="utf-8")
    (tmp_path / "broken.toml").write_text('\nerror = "#12"\n', encoding="utf-8")
    async with themed(tmp_path, theme="rctui-dark") as operator:
        await look_at(operator, "night")
        assert operator.app.theme == "night"
        await operator.press("escape")
        await operator.press("ctrl+p")
        await operator.type("to broken")
        await operator.sees("Not now: broken can't be used: ")
        assert operator.app.theme == "rctui-dark"
        await operator.press("enter")
        await operator.waits(
            lambda text: "broken.toml: line 2, error" in " ".join(text.replace("│", " ").split()),
            "the line",
        )
        assert operator.app.theme == "rctui-dark"


async def test_a_bad_theme_at_the_start_gives_way_to_one_that_is_always_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "broken.toml").write_text('\nerror = "#12"\n', encoding="utf-8")
    async with themed(tmp_path, theme="broken") as operator:
        assert operator.app.theme in ("terminal", "rctui-dark", "rctui-light")
        await operator.is_told("broken.toml: line 2, error: is no colour")


def two_projects() -> Opening:
    usual = demo()
    shop = replace(usual.projects[0], theme="rctui-dark")
    test = replace(shop, key="test", name="Sandpit", theme="rctui-light")
    bare = replace(shop, key="bare", name="Bare", theme="")
    broken = replace(shop, key="broken", name="Broken", theme="none-such")
    return served(usual, shop, test, bare, broken)


def served(usual: Opening, *projects: ProjectFacts) -> Opening:
    """Other projects on the server of the demo's first one."""
    return replace(
        usual,
        projects=projects,
        chosen=projects[0].key,
        connect=lambda _: usual.connect(usual.project.key),
    )


async def switch(operator: Operator, name: str) -> None:
    await operator.press("ctrl+p")
    await operator.type(f"look at {name}")
    await operator.press("enter")
    await operator.sees(f"rctui | {name} | Find")


async def test_each_project_is_looked_at_in_its_own_theme() -> None:
    async with themed(opening=two_projects()) as operator:
        assert operator.app.theme == "rctui-dark"
        await switch(operator, "Sandpit")
        assert operator.app.theme == "rctui-light"
        await switch(operator, "Bare")
        assert operator.app.theme == operator.app.theme_choice.fitting
        await switch(operator, "Broken")
        await operator.is_told("no theme called none-such")
        assert operator.app.theme == operator.app.theme_choice.fitting


async def test_a_flag_wins_over_the_projects() -> None:
    async with themed(opening=two_projects(), theme="rctui-cvd") as operator:
        await switch(operator, "Sandpit")
        assert operator.app.theme == "rctui-cvd"


async def test_in_the_terminals_own_colours_a_field_is_underlined_to_its_end() -> None:
    async with themed(theme="terminal") as operator:
        await operator.press("B")
        await operator.sees("esc cancels")
        box = operator.app.screen.query(LineInput).first()
        segments = list(box.render_line(0))
        assert sum(segment.cell_length for segment in segments) == box.content_size.width
        assert all(segment.style and segment.style.underline for segment in segments)
