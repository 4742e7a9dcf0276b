from __future__ import annotations

import pytest

from rctui.customers.names import Names
from rctui.customers.triage import REQUESTS, ReadTriageRow, TriageRow, ids_in
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.verdicts.verdict import Access
from rctui.tables.triage import triage_table
from rctui.text.safe_text import safe
from tests.customers.test_catalogue_names import reader
from tests.simulated import NOW, demo_app

VIEW = Viewpoint(Names(), NOW)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("a\nb\n\na\n", ("a", "b")),
        ("a, b;c  d", ("a", "b", "c", "d")),
        ("user 1\nuser 2", ("user 1", "user 2")),
        ('"a"\n<b@x.example>', ("a", "b@x.example")),
        ("https://app.revenuecat.com/projects/p1/customers/user%5F42\nb", ("user_42", "b")),
        ("null\nb", ("b",)),
        ("", ()),
    ],
)
def test_ids_of_a_pasted_list(text: str, ids: tuple[str, ...]) -> None:
    assert ids_in(text) == ids


async def test_a_row_takes_three_requests() -> None:
    app = demo_app()
    async with reader(app) as one:
        row = await ReadTriageRow(1, "user_42").run(one)
    assert len(app.state.received) == REQUESTS
    verdict = row.verdict(VIEW)
    assert verdict is not None
    assert verdict.access is Access.YES


async def test_nobody_is_not_the_same_as_no_access() -> None:
    async with reader(demo_app()) as one:
        row = await ReadTriageRow(1, "nobody_at_all").run(one)
    verdict = row.verdict(VIEW)
    assert verdict is not None
    assert verdict.sentence.plain == "There is no such customer."


def test_how_rows_look_before_and_without_an_answer() -> None:
    table = triage_table(VIEW)
    waiting = table.row(TriageRow(1, "user_1"))
    failed = table.row(TriageRow(1, "user_1", failure=safe("the line is down")))
    assert [cell.text.plain for cell in waiting] == ["user_1", "…", "", ""]
    assert [cell.text.plain for cell in failed][1:] == ["not read", "", "the line is down"]
