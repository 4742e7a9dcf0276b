from __future__ import annotations

import pytest

from rctui.tui.copying.browser import can_show


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"SSH_TTY": "/dev/pts/1", "DISPLAY": "localhost:10.0"}, "linux", False),
        ({"SSH_CONNECTION": "1 2 3 4"}, "darwin", False),
        ({"SSH_TTY": ""}, "darwin", True),
    ],
)
def test_a_browser_is_only_opened_where_it_can_be_seen(
    environment: dict[str, str], platform: str, shown: bool
) -> None:
    assert can_show(environment, platform) is shown
