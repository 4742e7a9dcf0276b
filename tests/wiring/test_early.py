"""The worker that is started before there is a screen."""

from __future__ import annotations

from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.early import early_worker


def test_a_server_in_this_process_is_not_asked_early() -> None:
    assert early_worker(open_demo(DemoOptions())) is None
