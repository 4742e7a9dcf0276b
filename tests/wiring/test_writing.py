"""What an opening gives a writer: the journal's place, the project's rules, or no way to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.wiring.demo import DemoOptions, open_demo
from rctui.wiring.live import LiveOptions, open_live
from tests.config.files import written

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.wiring.opening import Opening
    from rctui.worker.project_writing import Writing

PROJECT = f"""
[projects.acme]
project_id = "{DEMO_PROJECT_ID}"
api_key = {{ env = "RC_KEY" }}
base_url = "http://127.0.0.1:8765/v2"
"""
RULES = """
risk = "high"
require_ticket = true
[projects.acme.limits]
max_grant_days = 92
max_credit = { GLD = 5000 }
[projects.acme.names]
entl1 = "pro"
"""


def opened(folder: Path, more: str = "", *, read_only: bool = False) -> Opening:
    path = written(folder, PROJECT + more)
    environment = {"RC_KEY": DEMO_API_KEY, "XDG_STATE_HOME": str(folder / "state")}
    return open_live(LiveOptions(config=str(path), read_only=read_only), environment)


async def writing_of(opening: Opening) -> Writing | None:
    backend = await opening.connect(opening.projects[0].key)
    await backend.close()
    return backend.writing


async def test_the_journal_and_the_recovery_files_are_in_the_state_folder(tmp_path: Path) -> None:
    means = opened(tmp_path).writing
    assert means.journal is not None
    assert means.journal.file == tmp_path / "state" / "rctui" / "journal.jsonl"
    assert means.recovery.folder == tmp_path / "state" / "rctui" / "recovery"
    assert means.recovery.keep_days is not None
    assert means.recovery.keep_days() == 30
    assert not (tmp_path / "state").exists()


async def test_a_project_s_rules_reach_the_door(tmp_path: Path) -> None:
    writing = await writing_of(opened(tmp_path, RULES))
    assert writing is not None
    assert writing.rules.require_ticket
    assert writing.rules.max_grant_days == 92
    assert writing.rules.max_credit == {"GLD": 5000}
    assert writing.rules.high_risk
    assert not writing.rules.no_review_for_small
    assert writing.names.of("entl1").plain == "pro"
    assert writing.place.origin == "http://127.0.0.1:8765"
    assert (writing.place.project, writing.place.project_id) == ("acme", DEMO_PROJECT_ID)


async def test_only_an_open_project_drops_small_reviews(tmp_path: Path) -> None:
    writing = await writing_of(opened(tmp_path, 'protection = "open"\n'))
    assert writing is not None
    assert writing.rules.no_review_for_small


@pytest.mark.parametrize("way", ["flag", "configuration"])
async def test_a_read_only_project_has_no_way_to_write(tmp_path: Path, way: str) -> None:
    by_flag = way == "flag"
    more = "" if by_flag else 'protection = "read-only"\n'
    assert await writing_of(opened(tmp_path, more, read_only=by_flag)) is None


@pytest.mark.parametrize("read_only", [True, False])
async def test_the_demo_keeps_its_journal_in_memory(read_only: bool) -> None:
    opening = open_demo(DemoOptions(read_only=read_only))
    assert opening.writing.journal is not None
    assert opening.writing.journal.file is None
    assert opening.writing.recovery.folder is None
    assert (await writing_of(opening) is None) is read_only
