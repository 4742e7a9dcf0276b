"""Hostile text through every command that prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.headless.commands import Form, find
from rctui.headless.showing import ShowForm, show
from rctui.text.safe_text import safe
from tests.command_line import rctui
from tests.program.started import assert_no_key_in
from tests.reliability.hostile_text import LONG, SHORT
from tests.reliability.hostile_world import HOSTILE_ID, PLAIN_ID, hostile_service, with_long_values
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rctui.wiring.opening import Opening

TEXTS = tuple(SHORT.values())
ATTACK = "\x1b]52;c;cHduZWQ=\x07\u202e[@click=app.quit]\x9b31m\ud800"


def opened(turn: int = 0, texts: Sequence[str] = TEXTS) -> Opening:
    desk = Desk()
    desk.server = hostile_service(turn, texts)
    return desk.opening


def assert_plain(told: str) -> None:
    for line in told.splitlines():
        assert safe(line, limit=len(line) + 1).plain == line
    assert_no_key_in(told.encode())


@pytest.mark.parametrize("turn", [0, 1])
def test_a_whole_customer_is_printed_without_any_order_to_the_terminal(
    turn: int, capsys: pytest.CaptureFixture[str]
) -> None:
    show(opened(turn), PLAIN_ID, ShowForm())
    told = capsys.readouterr().out
    assert_plain(told)
    assert "Premium [lifetime] plan" in told
    assert f"Customer: {safe(HOSTILE_ID).plain}" in told


def test_nothing_of_any_text_is_swallowed(capsys: pytest.CaptureFixture[str]) -> None:
    show(opened(), PLAIN_ID, ShowForm(section="attributes"))
    told = capsys.readouterr().out
    assert_plain(told)
    flat = "".join(told.split())
    for name, text in SHORT.items():
        assert "".join(safe(text).plain.split()) in flat, name


def test_json_has_every_text_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    show(opened(), PLAIN_ID, ShowForm(as_json=True))
    told = capsys.readouterr().out
    assert_plain(told.strip())
    assert values_in(told) >= set(TEXTS)
    assert json.loads(told)["data"]["customer"]["id"] == HOSTILE_ID


def values_in(told: str) -> set[str]:
    """The values of all attributes in a JSON document."""
    return {one["value"] for one in json.loads(told)["data"]["sections"]["attributes"]["items"]}


@pytest.mark.parametrize("as_json", [False, True])
def test_long_values_are_printed_and_counted(
    as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    with_long_values(desk.server)
    show(desk.opening, "user_42", ShowForm(as_json=as_json, section="attributes"))
    told = capsys.readouterr().out
    if as_json:
        assert values_in(told) == set(LONG.values())
    else:
        assert_plain(told)
        for text in LONG.values():
            assert f"…(+{len(text) - 400})" in told
        assert len(told) < 20_000


@pytest.mark.parametrize("text", [PLAIN_ID, ATTACK, "who[/b]@example.com"])
def test_a_search_is_answered_in_harmless_words(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    find(opened(1), text, Form())
    assert_plain(capsys.readouterr().out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "--demo", ATTACK[:-1]),
        ("show", "--demo", ATTACK[:-1]),
        ("show", "--demo", "--json", ATTACK[:-1]),
        ("show", "--demo", "--section", ATTACK[:-1], "user_42"),
        ("export", "--demo", ATTACK[:-1]),
        ("--config", ATTACK[:-1], "check"),
        ("journal", "--since", ATTACK[:-1]),
        ("restore", ATTACK[:-1]),
        ("config", ATTACK[:-1]),
        ("themes", "check", ATTACK[:-1]),
        ("--project", ATTACK[:-1], "check"),
        (f"--{ATTACK[:-1]}",),
    ],
    ids=lambda arguments: " ".join(arguments).encode("ascii", "ignore").decode()[:24],
)
def test_what_was_typed_is_quoted_without_its_orders(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    ended = rctui(tmp_path, *arguments)
    for told in (ended.out, ended.err):
        assert_plain(told)
        assert "Traceback" not in told
    assert ended.code != 0
