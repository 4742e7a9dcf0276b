"""`rctui find TEXT --every-project` in a process of its own, with two configured projects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.demo import effects
from rctui.demo.faults import Faults
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from tests.command_line import Ended, rctui
from tests.config.files import written
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE = """\
[projects.{key}]
name = "{name}"
project_id = "{id}"
api_key = {{ env = "RC_KEY" }}
base_url = "{url}"
"""


@pytest.fixture
def faults() -> Faults:
    """Those of the second project."""
    return Faults()


@pytest.fixture
def config(tmp_path: Path, faults: Faults) -> Iterator[str]:
    with running_demo() as (shop, _), running_demo(demo_app(faults=faults)) as (pit, _):
        projects = [("shop", "Skylark", shop), ("pit", "Sandpit", pit)]
        tables = [
            ONE.format(key=key, name=name, id=DEMO_PROJECT_ID, url=url)
            for key, name, url in projects
        ]
        yield str(written(tmp_path, 'default_project = "shop"\n' + "".join(tables)))


def found(home: Path, config: str, *arguments: str) -> Ended:
    return rctui(
        home, "find", "--config", config, "--every-project", *arguments, RC_KEY=DEMO_API_KEY
    )


def test_each_project_is_a_column_and_a_field(tmp_path: Path, config: str) -> None:
    ended = found(tmp_path, config, "user_42")
    assert (ended.code, ended.err) == (0, "")
    title, *rows = ended.out.splitlines()
    assert "PROJECT" in title
    assert [("Skylark" in row, "Sandpit" in row) for row in rows] == [(True, False), (False, True)]
    data = json.loads(found(tmp_path, config, "user_42", "--json").out)["data"]
    assert [(one["id"], one["project"]) for one in data["customers"]] == [
        ("user_42", "shop"),
        ("user_42", "pit"),
    ]


def test_a_project_that_fails_is_told_beside_what_the_other_found(
    tmp_path: Path, config: str, faults: Faults
) -> None:
    faults.add(effects.failed(401), times=None)
    ended = found(tmp_path, config, "user_42")
    assert ended.code == 0
    assert "user_42" in ended.out
    assert "Sandpit: FAILED" in ended.err
    nobody = found(tmp_path, config, "nobody_at_all")
    assert nobody.code == 3, "not found, but not everybody was asked"


def test_nobody_in_any_project(tmp_path: Path, config: str) -> None:
    ended = found(tmp_path, config, "nobody_at_all")
    assert ended.code == 5
    assert "Sandpit: tried App User ID nobody_at_all" in ended.out


def test_one_project_says_so(tmp_path: Path) -> None:
    with running_demo() as (url, _):
        table = ONE.format(key="shop", name="Skylark", id=DEMO_PROJECT_ID, url=url)
        ended = found(tmp_path, str(written(tmp_path, table)), "user_42")
    assert ended.code == 0
    assert "Only one project" in ended.err


def test_the_demo_has_two_and_tells_who_has_access_where(tmp_path: Path) -> None:
    ended = rctui(tmp_path, "find", "--demo", "--every-project", "ann.lee@example.com", "--json")
    assert ended.code == 0
    customers = json.loads(ended.out)["data"]["customers"]
    assert [(one["id"], one["project"]) for one in customers] == [
        ("user_42", "demo"),
        ("user_42", "web"),
    ]
    plain = rctui(tmp_path, "find", "--demo", "--every-project", "ann.lee@example.com").out
    assert ("has pro" in plain, "no access" in plain) == (True, True)
