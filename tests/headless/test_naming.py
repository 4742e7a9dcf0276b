"""A command without a screen says what things are called, as the screens do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.demo.effects import failed
from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY, DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.headless.showing import ShowForm, show
from rctui.wiring.live import LiveOptions, open_live
from tests.simulated import demo_app, running_demo

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from rctui.demo.server import SimulatedService

NAMED = "via Play Store Pro monthly"


def shown(
    home: Path, base_url: str, capsys: pytest.CaptureFixture[str], key: str = DEMO_API_KEY
) -> str:
    """What `rctui show user_42` prints, in a program of its own."""
    environment = {
        "HOME": str(home),
        "RCTUI_API_KEY": key,
        "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
        "RCTUI_BASE_URL": base_url,
    }
    opening = open_live(LiveOptions(), environment)
    opening.recall_names()
    assert show(opening, "user_42", ShowForm()) == 0
    return capsys.readouterr().out


def of_the_project(app: SimulatedService) -> list[str | None]:
    """Which requests were about the catalogue."""
    operations = [one.operation for one in app.state.received]
    return [one for one in operations if one is not None and one.endswith("_of_project")]


def test_the_catalogue_is_asked_once_and_its_names_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_demo() as (base_url, app):
        assert NAMED in shown(tmp_path, base_url, capsys)
        asked = of_the_project(app)
        assert {"list_products_of_project", "list_apps_of_project"} <= set(asked)
        assert list((tmp_path / ".cache" / "rctui").iterdir())
        assert NAMED in shown(tmp_path, base_url, capsys)
        assert of_the_project(app) == asked


def test_a_key_or_a_catalogue_that_tells_no_names_leaves_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_demo() as (base_url, _):
        told = shown(tmp_path / "a", base_url, capsys, CUSTOMERS_ONLY_KEY)
    assert "Customer: user_42" in told
    faults = Faults()
    faults.add(failed(404), operation="list_entitlements_of_project", times=None)
    with running_demo(demo_app(faults=faults)) as (base_url, _):
        told = shown(tmp_path / "b", base_url, capsys)
    assert NAMED not in told
    assert "via Play Store prod" in told
