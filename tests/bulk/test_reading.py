"""A list is read as it is meant, or says on which line it isn't."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.bulk.asks import CreditAsk, GrantAsk, read_signed
from rctui.bulk.errors import BadBulkFile
from rctui.bulk.reading import decoded, read_wishes
from rctui.customers.changes.errors import BadAmount

CREDIT = CreditAsk("GLD", "500")


def test_credits_are_read_with_their_lines() -> None:
    text = "customer_id,currency,amount,reference\nuser_1,GLD,500,T-1\nuser_2,SLV,-20,\n"
    wishes = read_wishes(text)
    assert [one.customer_id for one in wishes] == ["user_1", "user_2"]
    assert [one.ask for one in wishes] == [CreditAsk("GLD", "500", "T-1"), CreditAsk("SLV", "-20")]
    assert [one.line for one in wishes] == [2, 3]


def test_grants_with_their_columns_in_another_order() -> None:
    [wish] = read_wishes("Duration,customer_id,ENTITLEMENT\r\n7d,user_1,pro\r\n")
    assert wish.ask == GrantAsk("pro", "7d")


def test_cells_copied_from_a_spreadsheet_have_tabs_between_them() -> None:
    text = "customer_id\tcurrency\tamount\r\nuser,1\tGLD\t500\r\n"
    [wish] = read_wishes(text)
    assert (wish.customer_id, wish.ask) == ("user,1", CREDIT)
    # Without a header that says so, a tab is a part of what it stands in.
    [alone] = read_wishes("user\t1\n", CREDIT)
    assert alone.customer_id == "user\t1"


def test_ids_alone_get_what_was_asked_for_all() -> None:
    wishes = read_wishes('user_1\n\n  user_2 \n"user,3"\n', CREDIT)
    assert [one.customer_id for one in wishes] == ["user_1", "user_2", "user,3"]
    assert [one.line for one in wishes] == [1, 3, 4]
    assert {one.ask for one in wishes} == {CREDIT}


def test_a_header_of_ids_alone() -> None:
    assert [one.customer_id for one in read_wishes("customer_id\nuser_1\n", CREDIT)] == ["user_1"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("user_1\nuser_2\n", "nothing says what to do"),
        ("id,amount\nuser_1,5\n", "first line 'id,amount' is no known header"),
        ("customer_id,curency,amount\nuser_1,GLD,5\n", "no currency and no entitlement"),
        ("customer_id,currency,amont\nuser_1,GLD,5\n", "unknown column 'amont'"),
        ("customer_id,currency\nuser_1,GLD\n", "no column amount"),
        ("customer_id,currency,amount,amount\nu,GLD,5,5\n", "twice"),
        ('customer_id,currency,amount\n"user_1,GLD,5\n', "Line 2 is no CSV"),
    ],
)
def test_a_list_that_makes_no_sense(text: str, says: str) -> None:
    with pytest.raises(BadBulkFile, match=says):
        read_wishes(text)


def test_a_list_that_says_itself_what_to_do_takes_no_other_word() -> None:
    with pytest.raises(BadBulkFile, match="which says what each row gets"):
        read_wishes("customer_id,currency,amount\nuser_1,GLD,5\n", CREDIT)


def test_a_row_of_another_length_is_refused_alone() -> None:
    text = "customer_id,currency,amount\nuser_1,GLD,5,6\nuser_2,GLD\n,GLD,5\nuser_3,GLD,5\n"
    problems = [one.problem for one in read_wishes(text)]
    assert problems[0] == "The row has 4 cells, the header 3."
    assert problems[1] == "The row has 2 cells, the header 3."
    assert problems[2] == "The row names no customer."
    assert problems[3] == ""


def test_the_same_twice_is_refused_the_second_time() -> None:
    text = (
        "customer_id,currency,amount,reference\n"
        "user_1,GLD,5,\nuser_1,GLD,7,\nuser_1,SLV,5,\nuser_1,GLD,5,T-2\n"
    )
    problems = [one.problem for one in read_wishes(text)]
    assert problems == ["", "Row 1 has GLD for this customer already.", "", ""]


def test_what_is_wrong_with_a_cell_counts_more_than_a_row_above() -> None:
    text = "customer_id,currency,amount\nuser_1,GLD,5\nuser_1,GLD,abc\nuser_1,GLD,7\n"
    problems = [one.problem for one in read_wishes(text)]
    assert problems[1].startswith("'abc' is not a whole number.")
    assert problems[2] == "Row 1 has GLD for this customer already."
    text = "customer_id,entitlement,duration\nuser_1,pro,soonish\nuser_1,pro,7d\n"
    problems = [one.problem for one in read_wishes(text)]
    assert "'soonish'" in problems[0]
    assert problems[1] == "", "a row that can't be meant is in nobody's way"


def test_bytes_that_are_no_text_are_refused() -> None:
    assert decoded(b"\xef\xbb\xbfuser_1") == "user_1"
    with pytest.raises(BadBulkFile, match="byte 1"):
        decoded(b"a\xff")


@pytest.mark.parametrize(
    ("text", "amount"), [("500", 500), ("+500", 500), ("-20", -20), (" 7 ", 7)]
)
def test_an_amount_may_have_a_sign_and_blanks(text: str, amount: int) -> None:
    assert read_signed(text) == amount


@pytest.mark.parametrize("text", ["", "=1000", "1e3", "1.5", "--5", "٥", "5 000", "+-5"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadAmount):
        read_signed(text)


IDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)


@given(st.lists(IDS.filter(lambda one: one.strip() == one), min_size=1, max_size=5, unique=True))
def test_any_id_survives_csv(ids: list[str]) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(["customer_id", "currency", "amount"])
    writer.writerows([one, "GLD", "5"] for one in ids)
    assert [one.customer_id for one in read_wishes(written.getvalue())] == ids
