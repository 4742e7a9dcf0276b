"""A configuration file that is changed while the program runs is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.config.changed import has_changed
from rctui.config.reading import read_configuration
from tests.config.files import ACME, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (ACME, False),
        ("# a remark\n\n" + ACME, False),
        ('theme = "rctui-light"\n' + ACME + 'theme = "rctui-cvd"\n', False),
        (ACME + 'risk = "high"\n', True),
        ("recovery_days = 1\n" + ACME, True),
        ("broken", True),
        ("projects = 3\n", True),
        (None, True),
    ],
)
def test_only_what_the_program_does_not_use_yet_counts(
    tmp_path: Path, after: str | None, changed: bool
) -> None:
    file = written(tmp_path, ACME)
    reading = read_configuration({}, str(file))
    assert not has_changed(reading)
    if after is None:
        file.unlink()
    else:
        file.write_text(after, encoding="utf-8")
    assert has_changed(reading) is changed


def test_a_file_that_comes_later_is_a_change(tmp_path: Path) -> None:
    reading = read_configuration({"XDG_CONFIG_HOME": str(tmp_path)})
    assert not has_changed(reading)
    (tmp_path / "rctui").mkdir(mode=0o700)
    written(tmp_path / "rctui", ACME)
    assert has_changed(reading)
