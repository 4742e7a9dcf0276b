"""rctui with nothing configured."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.demo.identity import CUSTOMERS_ONLY_KEY, DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.tui.first_start.app import CONFIGURED, DEMO, FirstStartApp
from rctui.tui.widgets.plain import Plain
from rctui.wiring.live import LiveOptions, open_live
from tests.simulated import running_demo
from tests.stories.program import Operator

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


NOBODY = "http://127.0.0.1:9/v2"
"""The port of a service that nothing runs any more."""


@asynccontextmanager
async def first_start(home: Path, *, key: str = "", base_url: str = "") -> AsyncIterator[Operator]:
    environment = {"HOME": str(home)} | ({"RC_ACME_KEY": key} if key else {})
    opening = open_live(LiveOptions(), environment)
    if base_url:
        assert opening.discovery is not None
        opening = replace(opening, discovery=replace(opening.discovery, base_url=base_url))
    app = FirstStartApp(opening)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        yield Operator(app, pilot)


async def test_the_demo_is_one_key_away(tmp_path: Path) -> None:
    async with first_start(tmp_path) as operator:
        await operator.sees("No project is configured yet.", "Try the demo")
        await operator.press("d")
    assert operator.app.return_value == DEMO
    assert not os.listdir(tmp_path)  # noqa: PTH208


async def test_a_wrong_line_of_the_keymap_is_named(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keymap]\nfnd = "F"\n', encoding="utf-8")
    config.chmod(0o600)
    app = FirstStartApp(open_live(LiveOptions(config=str(config)), {"HOME": str(tmp_path)}))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        operator = Operator(app, pilot)
        await operator.sees("No project is configured yet.", "keymap.fnd: unknown action")


async def test_five_answers_make_a_project(tmp_path: Path) -> None:
    async with first_start(tmp_path) as operator:
        await operator.press("enter")
        await operator.sees("Set up a project")
        await operator.press("enter")
        await operator.sees("RC_ACME_KEY", "is not set")
        await operator.type("proj1ab2c3d4")
        await operator.press("enter")
        await operator.type("acme")
        await operator.press("enter", "enter", "enter")
        await operator.waits(lambda _: not operator.app.is_running, "the end")
    assert operator.app.return_value == CONFIGURED
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert [project.key for project in opening.projects] == ["acme"]
    assert opening.project.project_id == "proj1ab2c3d4"


async def test_what_is_wrong_is_said_at_its_question_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    async with first_start(tmp_path) as operator:
        await operator.press("enter")
        await operator.sees("Set up a project")
        await operator.press("enter", "enter")
        await said_at(operator, "project-id", "This is needed.")
        await operator.type("sk_a1b2c3d4")
        await operator.press("enter")
        await said_at(operator, "project-id", "it has been cleared")
        await operator.paste("proj1ab2c3d4")
        await operator.press("enter")
        await operator.type("no good name!")
        await operator.press("enter")
        await said_at(operator, "name", "Letters, digits, - and _ only")
        await operator.press("up", "up")
        await operator.paste("sk_a1b2c3d4")
        await operator.press("enter")
        await said_at(operator, "key", "it has been cleared. Say where it is kept.")
        assert "sk_a1b2c3d4" not in operator.screen
        await operator.press("escape", "escape")
    assert operator.app.return_value is None
    assert not (tmp_path / ".config" / "rctui" / "config.toml").exists()


async def said_at(operator: Operator, question: str, words: str) -> None:
    await operator.sees(words)
    assert operator.app.focused is not None
    assert operator.app.focused.id == question
    said = operator.app.screen.query_one(f"#said-{question}", Plain)
    assert words in str(said.render())


async def test_risk_and_protection_are_chosen_with_the_arrows(tmp_path: Path) -> None:
    async with first_start(tmp_path) as operator:
        await operator.press("enter")
        await operator.sees("Set up a project")
        await operator.press("enter")
        await operator.sees("is not set")
        await operator.type("proj1ab2c3d4")
        await operator.press("enter")
        await operator.type("acme")
        await operator.press("enter", "down", "enter", "down", "down", "enter")
        await operator.waits(lambda _: not operator.app.is_running, "the end")
    project = open_live(LiveOptions(), {"HOME": str(tmp_path)}).project
    assert (project.high_risk, project.protection) == (True, "read-only")


@pytest.mark.parametrize(
    ("key", "project_id", "question", "words"),
    [
        (DEMO_API_KEY, "projother", "project-id", "does not belong to the project projother"),
        (CUSTOMERS_ONLY_KEY, "projother", "project-id", "does not belong"),
        ("sk_of_nobody_at_all_1234", DEMO_PROJECT_ID, "key", "Invalid API key"),
    ],
)
async def test_what_the_server_refuses_is_said_at_its_question_and_may_be_kept_all_the_same(
    key: str, project_id: str, question: str, words: str, tmp_path: Path
) -> None:
    with running_demo() as (base_url, _):
        async with first_start(tmp_path, key=key, base_url=base_url) as operator:
            await operator.press("enter")
            await operator.sees("Set up a project")
            await operator.press("down")
            await operator.type(project_id)
            await operator.press("enter")
            await operator.type("mine")
            await operator.press("enter", "enter", "enter")
            await said_at(operator, question, words)
            assert not (tmp_path / ".config" / "rctui" / "config.toml").exists()
            while operator.app.focused is not operator.app.screen.query(Input).last():
                await operator.press("enter")
            await operator.press("enter")
            await operator.waits(lambda _: not operator.app.is_running, "the end")
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert (opening.project.project_id, opening.project.base_url) == (project_id, base_url)


@pytest.mark.parametrize("then", ["escape", "enter"])
async def test_what_was_left_while_the_key_is_tried_keeps_nothing(
    then: str, tmp_path: Path
) -> None:
    """Nor does a second enter keep what the first one has not tried yet."""
    hold, config = Hold(), tmp_path / ".config" / "rctui" / "config.toml"
    with running_demo() as (base_url, server):
        async with first_start(tmp_path, key=DEMO_API_KEY, base_url=base_url) as operator:
            await operator.press("enter")
            await operator.sees("Set up a project")
            await operator.press("enter")
            await operator.sees("The key is for Skylark Demo")
            server.state.faults.add(effects.held(hold), times=None)
            await operator.press("enter", "enter", "enter", "enter")
            await operator.sees("Trying the key")
            await hold.reached()
            tried = len(server.state.received)
            await operator.press(then)
            if then == "escape":
                await operator.sees("No project is configured yet.")
            else:
                await operator.waits(lambda _: len(server.state.received) > tried, "another try")
            assert not config.exists()
            hold.release()
            if then == "enter":
                await operator.waits(lambda _: not operator.app.is_running, "the end")
        # The thread that asked is done with it, too.
        await asyncio.get_running_loop().shutdown_default_executor()
    assert config.exists() is (then == "enter")


async def test_a_server_that_does_not_answer_is_said_at_the_key(tmp_path: Path) -> None:
    async with first_start(tmp_path, key=DEMO_API_KEY, base_url=NOBODY) as operator:
        await operator.press("enter")
        await operator.sees(NOBODY)
        await operator.press("enter")
        await operator.sees("the server refuses connections")
        await operator.press("escape", "escape")


async def test_the_server_of_the_environment_is_asked(tmp_path: Path) -> None:
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path), "RCTUI_BASE_URL": NOBODY})
    assert opening.discovery is not None
    assert opening.discovery.base_url == NOBODY


async def test_the_key_tells_its_project(tmp_path: Path) -> None:
    with running_demo() as (base_url, _):
        async with first_start(tmp_path, key=DEMO_API_KEY, base_url=base_url) as operator:
            await operator.press("enter")
            await operator.sees("Set up a project")
            await operator.press("enter")
            await operator.sees("The key is for Skylark Demo", DEMO_PROJECT_ID, "skylark-demo")
            await operator.press("enter", "enter", "enter", "enter")
            await operator.waits(lambda _: not operator.app.is_running, "the end")
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert (opening.project.key, opening.project.name) == ("skylark-demo", "Skylark Demo")
    assert opening.project.project_id == DEMO_PROJECT_ID


async def test_a_key_that_may_not_tell_leaves_typing_possible(tmp_path: Path) -> None:
    with running_demo() as (base_url, _):
        async with first_start(tmp_path, key=CUSTOMERS_ONLY_KEY, base_url=base_url) as operator:
            await operator.press("enter")
            await operator.sees("Set up a project")
            await operator.press("enter")
            await operator.sees("project_configuration:projects:read", "Type its id")
            await operator.type(DEMO_PROJECT_ID)
            await operator.press("enter")
            await operator.type("mine")
            await operator.press("enter", "enter", "enter")
            await operator.waits(lambda _: not operator.app.is_running, "the end")
    assert operator.app.return_value == CONFIGURED


async def test_what_was_typed_is_not_replaced(tmp_path: Path) -> None:
    with running_demo() as (base_url, _):
        async with first_start(tmp_path, key=DEMO_API_KEY, base_url=base_url) as operator:
            await operator.press("enter")
            await operator.sees("Set up a project")
            await operator.press("down", "down")
            await operator.type("mine")
            await operator.press("up", "up", "enter")
            shown = await operator.sees("The key is for Skylark Demo", "mine")
            assert "skylark-demo" not in shown
            await operator.press("escape", "escape")
