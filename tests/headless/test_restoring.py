"""`rctui restore`: a deleted customer comes back as far as a recovery file holds it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import BlockCustomer, DeleteCustomer
from rctui.customers.recovery.restoring import restorable
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.errors import ExitCode
from rctui.headless.restoring import restore
from rctui.headless.worker_calls import worker_calls
from rctui.journal.states import Step
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.live import LiveOptions, open_live
from rctui.worker.writing import WriteRequest
from tests.command_line import rctui
from tests.simulated import running_demo

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from rctui.wiring.opening import Opening

ANN = "user_42"


def opened(home: Path, base_url: str) -> Opening:
    environment = {
        "HOME": str(home),
        "RCTUI_API_KEY": DEMO_API_KEY,
        "RCTUI_PROJECT_ID": DEMO_PROJECT_ID,
        "RCTUI_BASE_URL": base_url,
    }
    return open_live(LiveOptions(), environment)


def test_a_deleted_customer_is_put_back_only_when_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_demo() as (base_url, app):
        opening = opened(tmp_path, base_url)
        with worker_calls(opening) as calls:
            deleted = calls.write(WriteRequest(DeleteCustomer(ANN), "T-1")).outcome
        assert deleted.end is Step.APPLIED
        assert app.state.world.find(ANN) is None

        shown = restore(opening, deleted.recovery_file, "T-2", yes=False, as_json=False)
        assert shown is ExitCode.OK
        assert app.state.world.find(ANN) is None
        told = capsys.readouterr()
        assert "Create the customer user_42" in told.out
        assert "--yes" in told.err

        ended = restore(opening, deleted.recovery_file, "T-2", yes=True, as_json=False)
        assert ended is ExitCode.OK, capsys.readouterr().out
        ann = app.state.world.find(ANN)
        assert ann.attributes["$email"].value == "ann.lee@example.com"
        assert ann.balances["GLD"] == 80


def test_a_server_that_can_not_be_asked_is_an_error_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"version": 1, "asked": ANN, "lists": {}}))
    with running_demo() as (base_url, _):
        ended = rctui(
            tmp_path,
            "restore",
            str(file),
            "--json",
            RCTUI_API_KEY="sk_nobody_knows_this_one",
            RCTUI_PROJECT_ID=DEMO_PROJECT_ID,
            RCTUI_BASE_URL=base_url,
        )
    assert (ended.code, ended.out) == (4, "")
    assert json.loads(ended.err)["error"]["type"] == "AuthenticationFailed"


def test_what_is_no_recovery_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("{}")
    ended = rctui(tmp_path, "restore", str(file))
    assert ended.code == 2
    assert "is no recovery file" in ended.err


def test_what_is_kept_in_memory_can_be_put_back_like_a_file() -> None:
    opening = open_demo(DemoOptions(customers=60))
    with worker_calls(opening) as calls:
        blocked = calls.write(WriteRequest(BlockCustomer(ANN), "T-3")).outcome
    document = opening.writing.recovery.in_memory[blocked.recovery_file]
    kept = restorable(document, 0, lambda: "a-key", is_blocked=True)
    assert [change.kind for change in kept.changes] == ["unblock", "attributes", "currencies"]
    assert "A grant of" in " ".join(note.plain for note in kept.notes)
