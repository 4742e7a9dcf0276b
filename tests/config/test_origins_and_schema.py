from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.config.origins import setting_origins
from rctui.config.schema import settings_schema
from rctui.config.settings import Settings
from rctui.config.validation import validate
from tests.config.files import ACME, KEY, assert_no_key_in, read, written

if TYPE_CHECKING:
    from pathlib import Path


def test_each_value_names_where_it_came_from(tmp_path: Path) -> None:
    path = written(tmp_path, "default_project = 'acme'\ntheme = 'x'\n" + ACME)
    reading = read(path)
    flags: dict[tuple[str, ...], tuple[str, object]] = {("default_project",): ("--project", "b")}
    found = {one.key: one for one in setting_origins(reading, validate(reading), flags)}
    assert found["theme",].origin == f"{path}:2"
    assert found["mouse",].origin == "default"
    assert (found["default_project",].value, found["default_project",].origin) == ("b", "--project")
    api_key = found["projects", "acme", "api_key"]
    assert (api_key.value, api_key.origin) == ("environment variable RC_ACME_KEY", f"{path}:5")


def test_a_value_of_the_environment_names_its_variable(tmp_path: Path) -> None:
    path = written(tmp_path, ACME)
    reading = read(path, RCTUI_API_KEY=KEY, RCTUI_PROJECT_ID="proj1ab2c3d4")
    found = {one.key: one for one in setting_origins(reading, validate(reading), {})}
    assert found["projects", "acme", "api_key"].origin == "RCTUI_API_KEY"
    assert found["projects", "acme", "protection"].origin == "default"


def test_a_literal_key_is_not_among_the_values(tmp_path: Path) -> None:
    reading = read(written(tmp_path, ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}"')))
    settings = validate(reading)
    assert_no_key_in(repr(list(setting_origins(reading, settings, {}))), repr(settings))
    assert_no_key_in(str(settings.model_dump()))


def test_the_schema_names_and_documents_every_setting() -> None:
    schema = settings_schema()
    groups: list[dict[str, Any]] = [schema, *schema["$defs"].values()]
    assert set(schema["properties"]) == set(Settings.model_fields)
    for group in groups:
        assert group["additionalProperties"] is False
        for name, field in group["properties"].items():
            assert field.get("description") or field.get("$ref"), name
