"""What is said of a list before anything is asked of it."""

from __future__ import annotations

import pytest

from rctui.bulk.errors import BadBulkFile
from rctui.bulk.looking import look_at


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\nb\n", "2 rows, ids alone."),
        ("customer_id\na\n", "1 row, ids alone."),
        (
            "customer_id,currency,amount\na,GLD,5\nb,GLD,five\n",
            "2 rows, CSV by currency. 1 row left out, row 2: 'five' is not a whole number.",
        ),
        ("customer_id,currency,amount\na,GLD,5\n", "1 row, CSV by currency."),
        ("customer_id,entitlement,duration\na,pro,7d\n", "1 row, CSV by entitlement."),
        (
            "a\nb\na\n",
            "3 rows, ids alone. 1 row left out, row 3: Row 1 has this customer already.",
        ),
        ("a\nb,c\nd,e\n", "3 rows, ids alone. 2 rows left out, row 2: A list of ids has one id a"),
    ],
)
def test_a_list_is_told_with_its_first_problem(text: str, says: str) -> None:
    assert look_at(text).words.plain.startswith(says)


@pytest.mark.parametrize(
    "text", ["", "\n \n", "id,amount\na,5\n", "customer_id,currency\na,GLD\n", '"a\nb\n']
)
def test_what_is_no_list_is_refused_as_it_will_be_when_it_is_planned(text: str) -> None:
    with pytest.raises(BadBulkFile):
        look_at(text)
