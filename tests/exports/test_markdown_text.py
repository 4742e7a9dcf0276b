"""What a customer wrote stays text in Markdown, for a reader that also links bare addresses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rctui.api.page import Unreadable
from rctui.customers.fields import Field
from rctui.exports.markdown_text import as_written, escaped, fields_markdown, table_markdown
from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import join, label, safe

READER = MarkdownIt("gfm-like", {"html": True})
ATTACKS = [
    "[click](http://evil.example)",
    "![x](http://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "<http://evil.example>",
    "http://evil.example/a_b",
    "HTTPS://evil.example",
    "www.evil.example",
    "WWW.evil.example",
    "someone@evil.example",
    "a|b@c.example",
    "a`b@c.example`",
    "a\\|b@c.example",
    "&lt;b&gt; &amp; &#64;",
    "**bold** _it_ ~~gone~~ `code` $x$",
    "a | b \\| c",
    "``` fence",
    "[ref]: http://evil.example",
    "trailing\\",
    "<!-- hidden -->",
    "mailto:a@b.example xmpp:a@b.example",
    "@team #12",
]
ONE: Table[str] = Table(
    "one",
    (
        Column("x", label("X"), 5, lambda text: Cell(safe(text))),
        Column("n", label("N"), 5, lambda _: Cell(label("1")), align="right"),
    ),
    key=str,
)
ALLOWED = {"text", "code_inline", "text_special"}


def inline(document: str) -> list[list[Any]]:
    """The leaves of every inline part of a document."""
    return [token.children or [] for token in READER.parse(document) if token.type == "inline"]


def shown(leaves: list[Any]) -> str:
    assert {leaf.type for leaf in leaves} <= ALLOWED, [leaf.type for leaf in leaves]
    return "".join(leaf.content for leaf in leaves)


def kinds(document: str) -> set[str]:
    return {token.type for token in READER.parse(document)}


any_text = st.sampled_from(ATTACKS) | st.text(max_size=20)


@given(any_text)
@example("`")
@example("a@`|")
def test_a_cell_shows_the_text_and_is_nothing_else(value: str) -> None:
    document = join("\n", table_markdown(ONE, [value, value])).plain
    assert kinds(document) >= {"table_open", "td_open"}
    _, _, first, one, second, other = inline(document)
    assert shown(first) == shown(second) == safe(value).plain.strip(" ")
    assert shown(one) == shown(other) == "1", "the row has as many cells as its heading"


@pytest.mark.parametrize("value", ATTACKS)
def test_a_field_is_nothing_but_text(value: str) -> None:
    [line] = fields_markdown([Field(label("name"), safe(value))])
    [leaves] = inline(line.plain)
    assert {leaf.type for leaf in leaves} <= ALLOWED | {"strong_open", "strong_close"}


def test_an_address_is_code_because_an_escape_would_not_keep_it_from_a_link() -> None:
    assert as_written(safe("ask a_b@c.example now")).plain == "ask `a_b@c.example` now"


def test_an_indented_name_belongs_to_the_field_above() -> None:
    fields = [Field(label("verdict"), label("yes")), Field(label("  because"), label("so"))]
    assert [line.plain for line in fields_markdown(fields)] == [
        "- **verdict** yes",
        "  - **because** so",
    ]


def test_a_row_that_cannot_be_read_keeps_its_place() -> None:
    rows: list[str | Unreadable] = ["a", Unreadable("odd|row", {})]
    assert table_markdown(ONE, rows)[-1].plain == r"| unreadable: odd\|row |  |"


def test_a_list_without_rows_says_so() -> None:
    assert [line.plain for line in table_markdown(ONE, [])] == ["Nothing here."]


def test_most_words_are_left_alone() -> None:
    assert escaped(label("Pro (monthly), 100 % + #1!")).plain == "Pro (monthly), 100 % + #1!"
