"""What is typed to say what every customer of a list gets."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.bulk.asks import CreditAsk, GrantAsk, PlaybookAsk
from rctui.bulk.errors import BadBulkFile
from rctui.bulk.typed_asks import read_ask
from rctui.playbooks.playbook import Playbook

OUTAGE = Playbook("outage", "Outage", ())


def books() -> tuple[Playbook, ...]:
    return (OUTAGE,)


def never() -> tuple[Playbook, ...]:
    raise AssertionError("no playbook is asked for")


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("credit GLD 500", CreditAsk("GLD", "500")),
        ("  credit  GLD  -20 ", CreditAsk("GLD", "-20")),
        ("grant pro 7d", GrantAsk("pro", "7d")),
        ("grant pro 3 Dec 2026", GrantAsk("pro", "3 Dec 2026")),
        ("", None),
        ("  ", None),
    ],
)
def test_what_is_typed_is_what_is_asked(text: str, ask: object) -> None:
    assert read_ask(text, never) == ask


def test_a_playbook_is_asked_for_by_its_name() -> None:
    assert read_ask("playbook outage", books) == PlaybookAsk(OUTAGE)
    with pytest.raises(BadBulkFile, match="no playbook 'outrage'") as refused:
        read_ask("playbook outrage", books)
    assert refused.value.hint == "There are: outage."
    with pytest.raises(BadBulkFile) as refused:
        read_ask("playbook outage", tuple)
    assert refused.value.hint == "There are: none is configured."


@given(st.text(max_size=40))
def test_no_text_is_more_than_refused(text: str) -> None:
    with suppress(BadBulkFile):
        assert read_ask(text, books) is None or text.split()[0] in {"credit", "grant", "playbook"}


@pytest.mark.parametrize("text", ["credit GLD", "grant pro", "playbook", "block", "Credit GLD 500"])
def test_anything_else_is_refused_with_examples(text: str) -> None:
    with pytest.raises(BadBulkFile, match="is not known here") as refused:
        read_ask(text, never)
    assert "credit GLD 500" in refused.value.hint
