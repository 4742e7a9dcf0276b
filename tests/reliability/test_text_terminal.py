"""The whole program on a hostile service, in a real pseudo-terminal: what its bytes are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from rctui.demo.identity import DEMO_API_KEY
from tests.program.started import ENTER, ESC, leave_at_once, started
from tests.program.test_over_a_line import configured
from tests.reliability.hostile_text import DRIVING, MARKUP, SHORT, UNSEEN, WIDE
from tests.reliability.hostile_world import PLAIN_ID, hostile_service
from tests.reliability.stream import assert_only_ours, cells, not_ours
from tests.simulated import running_demo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pseudo_terminal import PseudoTerminal

_ON_THE_CUSTOMER: Final = re.compile(r"9.Profile")


def walk(terminal: PseudoTerminal) -> None:
    """Every tab and what can be opened from the customer."""
    terminal.wait_for("| Customer", "as of")
    for tab in "123456789":
        terminal.send(tab)
        terminal.wait_for(f" {tab}[", "as of")
        if tab in "25":
            look(terminal, ENTER, "q Back")
            look(terminal, "v", "Raw JSON")
    for key, words in (("y", "Copy what?"), (":", "enter runs it"), ("a", "What can be done here")):
        look(terminal, key, words)
    for key, words in (("!", "| Activity"), ("A", "Attributes of"), ("G", "Grant to")):
        look(terminal, key, words)


def look(terminal: PseudoTerminal, key: str, words: str) -> None:
    """Open something over the customer's tabs, and leave it again."""
    terminal.send(key)
    terminal.wait_until(
        lambda text: words in text and not _ON_THE_CUSTOMER.search(text), f"{key!r}: {words}"
    )
    terminal.send(ESC)
    terminal.wait_until(lambda text: bool(_ON_THE_CUSTOMER.search(text)), "the customer's tabs")


@pytest.mark.parametrize(("turn", "driver"), [(0, ()), (1, ("--plain-driver",))])
def test_no_text_of_a_hostile_service_is_anything_but_text(
    turn: int, driver: tuple[str, ...], tmp_path: Path
) -> None:
    with running_demo(hostile_service(turn)) as (base_url, app):
        configured(tmp_path, base_url)
        with started(
            tmp_path, PLAIN_ID, *driver, size=(120, 40), RC_ACME_KEY=DEMO_API_KEY
        ) as terminal:
            walk(terminal)
            leave_at_once(terminal)
            assert_only_ours(bytes(terminal.written))
            shown = terminal.written.decode()
            assert "␛]52;c;cHduZWQ=␇" in shown
            assert "pwned" not in terminal.title
        assert app.state.received.writes == []


def test_columns_stand_where_their_heads_stand_whatever_is_in_them(tmp_path: Path) -> None:
    texts = (*WIDE.values(), *MARKUP.values(), *UNSEEN.values())
    with running_demo(hostile_service(0, texts)) as (base_url, _):
        configured(tmp_path, base_url)
        with started(tmp_path, PLAIN_ID, size=(120, 40), RC_ACME_KEY=DEMO_API_KEY) as terminal:
            terminal.wait_for("| Customer", "as of")
            terminal.send("5")
            text = terminal.wait_for(" 5[", "ATTRIBUTE", "VALUE", "Premium [lifetime] plan")
            lines = text.splitlines()
            head = next(n for n, line in enumerate(lines) if "ATTRIBUTE" in line)
            value = lines[head].index("VALUE")
            rows = [n for n in range(head + 1, 38) if lines[n][2:value].strip()]
            assert len(rows) > 15
            for row in rows:
                there = cells(terminal._screen, row)
                assert there[value - 1] == " " != there[value], lines[row]
                assert there[beside(lines[head])] in "│ ", lines[row]
            leave_at_once(terminal)


def beside(head: str) -> int:
    """Where the line is that parts the list from the record shown beside it."""
    return head.index("│")


@pytest.mark.parametrize("text", [*DRIVING.values(), *UNSEEN.values()])
def test_the_check_itself_finds_what_a_text_would_have_done(text: str) -> None:
    found = not_ours(text.encode("utf-8", "replace"))
    harmless = {UNSEEN[name] for name in ("composed", "decomposed", "look-alike", "odd spaces",
                                          "half a character", "private use", "no character",
                                          "fillers")}  # fmt: skip
    assert found or text in harmless
    assert set(SHORT.values()) >= harmless
