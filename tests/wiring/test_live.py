from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.api.errors import NotFound, RefusedBeforeSending
from rctui.api.request import Request
from rctui.config.errors import ApiKeyError, ConfigError, ConfigProblems, NothingConfigured
from rctui.config.key_source import EnvironmentKey
from rctui.config.new_project import NewProject
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID, OTHER_PROJECT_ID, OTHER_PROJECT_KEY
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import ACME, KEY, assert_no_key_in, written
from tests.simulated import running_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.api.transport import Transport
    from rctui.wiring.opening import Opening


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with running_demo() as (base_url, _):
        yield base_url


def project(key: str, project_id: str, source: str, base_url: str, more: str = "") -> str:
    return (
        f'[projects.{key}]\nproject_id = "{project_id}"\napi_key = {source}\n'
        f'base_url = "{base_url}"\n{more}\n'
    )


def opened(path: Path, *, project: str = "", read_only: bool = False, **env: str) -> Opening:
    return open_live(LiveOptions(project, str(path), read_only=read_only), env)


async def first_customers(opening: Opening, key: str) -> int:
    backend = await opening.connect(key)
    try:
        return len((await backend.reader.list_customers(limit=3)).items)
    finally:
        await backend.close()


async def test_two_projects_are_reached_with_their_own_keys(tmp_path: Path, base_url: str) -> None:
    path = written(
        tmp_path,
        "default_project = 'other'\n"
        + project("demo", DEMO_PROJECT_ID, "{ env = 'RC_DEMO' }", base_url)
        + project("other", OTHER_PROJECT_ID, "{ file = 'key' }", base_url),
    )
    (tmp_path / "key").write_text(OTHER_PROJECT_KEY + "\n")
    (tmp_path / "key").chmod(0o600)
    opening = opened(path, RC_DEMO=DEMO_API_KEY)
    assert [facts.key for facts in opening.projects] == ["demo", "other"]
    assert opening.project.key == "other"
    assert await first_customers(opening, "demo") == 3
    assert await first_customers(opening, "other") >= 0
    assert len(opening.activity.newest_first()) == 2
    assert_no_key_in(repr(opening))


async def test_two_variables_are_enough(tmp_path: Path, base_url: str) -> None:
    opening = open_live(
        LiveOptions(),
        {
            "HOME": str(tmp_path),
            "RCTUI_API_KEY": DEMO_API_KEY,
            "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
            "RCTUI_BASE_URL": base_url,
        },
    )
    assert opening.project.name == DEMO_PROJECT_ID
    assert await first_customers(opening, opening.project.key) == 3


@pytest.mark.parametrize(
    ("configured", "flag", "read_only"),
    [
        ("open", False, False),
        ("guarded", False, False),
        ("read-only", False, True),
        ("open", True, True),
        ("read-only", True, True),
    ],
)
async def test_a_flag_makes_stricter_and_the_transport_obeys(
    configured: str, flag: bool, read_only: bool, tmp_path: Path, base_url: str
) -> None:
    protection = f'protection = "{configured}"'
    text = project("demo", DEMO_PROJECT_ID, f"'{DEMO_API_KEY}'", base_url, protection)
    opening = opened(written(tmp_path, text), read_only=flag)
    assert opening.project.read_only is read_only
    assert opening.project.protection == ("read-only" if read_only else configured)
    backend = await opening.connect("demo")
    try:
        assert await refuses_a_write(backend.reader._transport) is read_only
    finally:
        await backend.close()


async def refuses_a_write(transport: Transport) -> bool:
    request = Request("create_customer", "POST", f"/projects/{DEMO_PROJECT_ID}/nothing")
    try:
        await transport.send(request)
    except RefusedBeforeSending:
        return True
    except NotFound:
        return False
    return False


def test_nothing_configured_is_an_opening_without_projects(tmp_path: Path) -> None:
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert opening.projects == ()
    assert opening.config_file == tmp_path / ".config" / "rctui" / "config.toml"
    with pytest.raises(NothingConfigured, match=r"config\.toml"):
        _ = opening.project


def test_a_first_project_is_set_up_and_opened(tmp_path: Path) -> None:
    opening = open_live(LiveOptions(), {"HOME": str(tmp_path)})
    assert opening.set_up is not None
    again = opening.set_up(NewProject("acme", "proj1", EnvironmentKey("RC"), "Acme", risk="high"))
    assert (again.project.key, again.project.high_risk) == ("acme", True)
    with pytest.raises(ConfigError, match="already"):
        opening.set_up(NewProject("acme", "proj1", EnvironmentKey("RC")))


def test_opening_is_cheap_and_the_rest_is_checked_on_connecting(tmp_path: Path) -> None:
    opening = opened(written(tmp_path, ACME + "typo = 1"))
    assert opening.project.key == "acme"
    with pytest.raises(ConfigProblems, match="typo"):
        asyncio.run(first_customers(opening, "acme"))


async def test_the_loop_is_free_while_a_command_fetches_the_key(
    tmp_path: Path, base_url: str
) -> None:
    go = tmp_path / "go"
    code = (
        f"import os, time\nwhile not os.path.exists({str(go)!r}): time.sleep(0.01)\n"
        f"print({DEMO_API_KEY!r})"
    ).replace("\n", "\\n")
    source = f'{{ command = ["{sys.executable}", "-c", "{code}"] }}'
    opening = opened(written(tmp_path, project("demo", DEMO_PROJECT_ID, source, base_url)))
    connecting = asyncio.create_task(first_customers(opening, "demo"))
    await asyncio.sleep(0)
    assert not connecting.done()
    go.touch()
    assert await connecting == 3


async def test_a_key_that_can_not_be_fetched_is_said_and_tried_again(
    tmp_path: Path, base_url: str
) -> None:
    source = "{ file = 'key' }"
    opening = opened(written(tmp_path, project("demo", DEMO_PROJECT_ID, source, base_url)))
    with pytest.raises(ApiKeyError, match="can't be read"):
        await opening.connect("demo")
    (tmp_path / "key").write_text(DEMO_API_KEY)
    (tmp_path / "key").chmod(0o600)
    assert await first_customers(opening, "demo") == 3


def test_a_literal_key_comes_with_a_warning(tmp_path: Path) -> None:
    text = ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}"')
    [warning] = opened(written(tmp_path, text)).warnings
    assert "acme" in warning.plain
    assert_no_key_in(warning.plain)


def test_the_screen_is_told_what_is_configured(tmp_path: Path) -> None:
    text = "theme = 'night'\nmouse = 'on'\ndriver = 'plain'\n" + ACME + "theme = 'day'"
    opening = opened(written(tmp_path, text))
    assert (opening.screen.theme, opening.screen.mouse) == ("night", True)
    assert opening.screen.plain_driver
    assert opening.project.theme == "day"
    assert opened(written(tmp_path, ACME)).screen.mouse is None
