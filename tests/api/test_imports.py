from __future__ import annotations

import subprocess
import sys

import pytest

SHOW = """
import sys
__import__(sys.argv[1])
loaded = [name for name, module in sys.modules.items() if module is not None]
print(*sorted({name.split(".")[0] for name in loaded}))
"""


@pytest.mark.parametrize(
    "name", ["rctui.api", "errors", "page", "paging", "rate_limits", "request_record", "retry"]
)
def test_what_other_layers_import_first_is_cheap(name: str) -> None:
    module = name if "." in name else f"rctui.api.{name}"
    command = [sys.executable, "-I", "-c", SHOW, module]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert "rctui" in loaded
    heavy = {"httpx", "httpcore", "pydantic", "pydantic_core", "ssl", "textual"}
    assert loaded & heavy == set()


def test_building_requests_needs_no_network_library() -> None:
    command = [sys.executable, "-I", "-c", SHOW, "rctui.api.write_operations"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(ended.stdout.split()) & {"httpx", "pydantic", "pydantic_core"} == set()


def test_reading_records_needs_the_engine_of_pydantic_alone() -> None:
    command = [sys.executable, "-I", "-c", SHOW, "rctui.api.models.catalogue"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert "pydantic_core" in loaded
    assert "pydantic" not in loaded
