"""Which project the arguments open."""

from __future__ import annotations

import pytest

from rctui.cli.arguments import Arguments
from rctui.cli.opening import open_for
from rctui.config.errors import UnknownProject


@pytest.mark.parametrize(("asked", "opened"), [("", "demo"), ("demo", "demo"), ("web", "web")])
def test_the_demo_opens_the_project_that_is_asked_for(asked: str, opened: str) -> None:
    assert open_for(Arguments(demo=True, project=asked)).project.key == opened


def test_the_demo_refuses_a_project_that_it_has_not() -> None:
    with pytest.raises(UnknownProject, match="no project called zzz in the demo") as told:
        open_for(Arguments(demo=True, project="zzz"))
    assert "demo, web" in told.value.hint
