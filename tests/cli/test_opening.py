"""Which project the arguments open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.cli.arguments import Arguments
from rctui.cli.opening import open_for
from rctui.config.errors import ConfigError, UnknownProject
from tests.config.files import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("asked", "opened"), [("", "demo"), ("demo", "demo"), ("web", "web")])
def test_the_demo_opens_the_project_that_is_asked_for(asked: str, opened: str) -> None:
    assert open_for(Arguments(demo=True, project=asked)).project.key == opened


def test_the_demo_takes_the_keys_of_a_configuration_that_is_named_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCTUI_API_KEY", "half a project")
    file = written(tmp_path, 'default_project = "gone"\n[keymap]\nfind = "F"\n')
    opening = open_for(Arguments(demo=True, config=str(file)))
    assert opening.screen.keymap.keys == {"find": "F"}
    assert opening.screen.keymap.lines == {"find": 3}
    assert opening.project.key == "demo"


@pytest.mark.parametrize("text", ["keymap = 3\n", "[keymap]\nfind = 3\n", "not toml"])
def test_the_demo_refuses_a_configuration_without_keys_that_can_be_read(
    tmp_path: Path, text: str
) -> None:
    with pytest.raises(ConfigError):
        open_for(Arguments(demo=True, config=str(written(tmp_path, text))))


def test_the_demo_refuses_a_project_that_it_has_not() -> None:
    with pytest.raises(UnknownProject, match="no project called zzz in the demo") as told:
        open_for(Arguments(demo=True, project="zzz"))
    assert "demo, web" in told.value.hint
