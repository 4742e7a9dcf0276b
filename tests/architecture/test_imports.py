"""The promises about imports, seen from a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "rctui"
SHOW = """
import sys, json
__import__(sys.argv[1])
print(json.dumps(sorted(name for name, module in sys.modules.items() if module is not None)))
"""

HEAVY = {"textual", "httpx", "pydantic", "starlette", "uvicorn", "keyring"}
BELOW_TUI = [
    "rctui.errors",
    "rctui.secret",
    "rctui.files",
    "rctui.text.safe_text",
    "rctui.text.width",
    "rctui.text.moments",
    "rctui.config",
    "rctui.customers.finding.find",
    "rctui.customers.reads",
    "rctui.customers.verdicts.access",
    "rctui.tables.customers",
    "rctui.tables.entitlements",
    "rctui.tables.activity",
    "rctui.exports.plain_text",
    "rctui.worker.api_worker",
    "rctui.wiring.demo",
    "rctui.wiring.live",
    "rctui.headless.commands",
    "rctui.cli.main",
]


def modules_after(name: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-I", "-c", SHOW, name], capture_output=True, text=True, check=True
    )
    modules: list[str] = json.loads(ended.stdout)
    return {module.split(".")[0] for module in modules}


@pytest.mark.parametrize("name", BELOW_TUI)
def test_nothing_below_tui_imports_anything_heavy(name: str) -> None:
    assert modules_after(name) & HEAVY == set()


@pytest.mark.parametrize("name", ["rctui.api.reader", "rctui.demo.server"])
def test_api_and_demo_work_without_textual(name: str) -> None:
    assert "textual" not in modules_after(name)


def test_the_screens_paint_without_the_network_libraries() -> None:
    assert modules_after("rctui.tui.starting") & (HEAVY - {"textual"}) == set()


def test_a_bare_import_costs_nothing() -> None:
    ended = subprocess.run(
        [sys.executable, "-I", "-c", SHOW, "rctui"], capture_output=True, text=True, check=True
    )
    mine = [name for name in json.loads(ended.stdout) if name.startswith("rctui.")]
    assert mine == []


def test_every_folder_of_modules_is_a_package() -> None:
    """The import contracts pass over a folder without `__init__.py`."""
    modules = PACKAGE.rglob("*.py")
    folders = {path.parent for path in modules if PACKAGE not in (path, path.parent)}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_only_text_makes_safe_text() -> None:
    makers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "trusted(" in path.read_text(encoding="utf-8")
    }
    assert {maker.split("/")[0] for maker in makers} == {"text"}
