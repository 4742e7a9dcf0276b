"""What holds for every test: one machine, one Hypothesis profile, no key in anything left.

Time zone, proxies, folders, colours and sizes are the same wherever the tests run; a test that
wants others says so.

Hypothesis runs without a deadline, because a busy machine is no defect, and derandomized, so that
a run says the same twice. What a test printed or logged, and every file below its folders, is
searched for the keys of the tests.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, settings

from tests.key_search import files_with_keys, keys_in

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

STEERING: Final = (
    "COLORTERM", "COLUMNS", "DISPLAY", "EDITOR", "FORCE_COLOR", "LINES", "NO_COLOR", "NO_PROXY",
    "RCTUI_", "SSH_", "SSL", "TERM_PROGRAM", "TEXTUAL_", "TMUX", "WAYLAND_", "XDG_",
)  # fmt: skip
"""How the names of variables begin that this program, or one below it, goes by."""


def steady_machine() -> None:
    """Take away what a machine's own environment would change."""
    for name in list(os.environ):
        if name.startswith(STEERING) or name.upper().endswith("_PROXY"):
            del os.environ[name]
    os.environ["TZ"] = "UTC"
    time.tzset()


steady_machine()
settings.register_profile(
    "rctui", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rctui")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: more than half of a run is waiting for terminals and servers."""
    return 2 * (os.cpu_count() or 1)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: packed ones hold the second they were made in, and workers compare."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def no_key_in_any_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fails behind the last test where a file below the tests' folders holds a key."""
    yield
    found = files_with_keys(tmp_path_factory.getbasetemp())
    assert not found, f"an API key is in {', '.join(found)}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that passed fails where a key is in what it printed or logged."""
    report = yield
    if report.passed and any(
        keys_in(text.encode("utf-8", "replace")) for _, text in report.sections
    ):
        report.outcome = "failed"
        report.longrepr = "an API key is in what the test printed or logged"
    return report
