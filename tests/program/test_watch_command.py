"""`rctui watch` in a process of its own: what it waits for is said, and its end is its exit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.errors import ExitCode
from tests.command_line import Ended, rctui

if TYPE_CHECKING:
    from pathlib import Path


def watch(home: Path, until: str, *more: str) -> Ended:
    """The demo's first customer, watched for no longer than one look takes."""
    return rctui(home, "watch", "user_42", "--demo", "--timeout", "1s", "--until", until, *more)


def test_what_is_so_already_ends_it_well(tmp_path: Path) -> None:
    ended = watch(tmp_path, "entitlement pro")
    assert ended.code == ExitCode.OK
    assert "Watching user_42, every 15 s." in ended.err
    assert "Ends when pro" in ended.err
    assert "It is so: entitlement pro." in ended.out


def test_what_is_not_so_in_time_is_a_failure(tmp_path: Path) -> None:
    ended = watch(tmp_path, "balance GLD 99999")
    assert ended.code == ExitCode.ERROR
    assert "Time is up without this: balance GLD 99999." in ended.out


def test_with_nothing_to_wait_for_the_end_of_the_time_is_none(tmp_path: Path) -> None:
    assert watch(tmp_path, "").code == ExitCode.OK


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("subscription actve", "No status that is known: active"),
        ("entitlement prp", "prp is not known here"),
    ],
)
def test_a_slip_in_a_name_or_a_status_is_said_before_it_is_waited_for(
    tmp_path: Path, until: str, says: str
) -> None:
    assert says in watch(tmp_path, until).err


def test_what_can_not_be_waited_for_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    ended = watch(tmp_path, "gold")
    assert (ended.code, ended.out) == (ExitCode.USAGE, "")
    assert "It waits for entitlement NAME" in ended.err


def test_each_look_is_a_line_of_json(tmp_path: Path) -> None:
    ended = watch(tmp_path, "entitlement pro", "--json")
    [line] = ended.out.splitlines()
    data = json.loads(line)["data"]
    assert data["is_met"] is True
    assert data["changes"] == []
    assert ended.err == ""
