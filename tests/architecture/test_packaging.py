"""What is built and installed: the source archive is whole, and every package is pinned."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_source_archive_holds_everything_that_the_readme_names() -> None:
    included = set(project()["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    there = {path.name for path in ROOT.iterdir()} - {".git", ".venv"}
    named = {name for name in there if re.search(rf"(?<![\w./]){re.escape(name)}/", readme)}
    assert {".ci", "rctui", "screenshots", "tests"} <= named
    assert named <= included
    assert included <= there


def test_every_package_of_development_is_pinned_and_no_other() -> None:
    said = project()["project"]
    wanted = [*said["dependencies"], *said["optional-dependencies"]["dev"]]
    pinned = {
        canonicalize_name(line.split("==")[0])
        for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    }
    assert everything_below(wanted) == pinned


def test_a_pin_is_a_name_and_a_version_without_an_address() -> None:
    for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.]+", line), line


def everything_below(wanted: Iterable[str]) -> set[str]:
    """The names of all packages that these requirements bring along here."""
    open_ = [(Requirement(one), "") for one in wanted]
    seen: set[tuple[str, str]] = set()
    while open_:
        one, extra = open_.pop()
        if one.marker is not None and not one.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(one.name)
        for more in {"", *one.extras}:
            if (name, more) not in seen:
                seen.add((name, more))
                open_ += [(Requirement(below), more) for below in _requirements_of(name)]
    return {name for name, _ in seen}


def _requirements_of(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
