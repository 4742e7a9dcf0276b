from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.decode import DEEPEST, NotJson, WrongShape, read_json, read_record
from rctui.api.models.currency import VirtualCurrencyBalance
from rctui.api.models.customer import Customer

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    # Infinity is no JSON either.
    .filter(lambda number: abs(number) < float("inf"))
    | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    max_leaves=20,
)


@given(json_values)
def test_whatever_json_can_say_is_read_back_as_it_is(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


@given(
    st.binary(max_size=80) | st.text(alphabet='{}[]",:1eE.-\\u"ntNaI ', max_size=40).map(str.encode)
)
def test_any_bytes_are_read_or_refused_by_name(body: bytes) -> None:
    with contextlib.suppress(NotJson):
        read_json(body)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html><body>502</body></html>", "web page"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        ('{"a": 1}'.encode("utf-16"), "UTF-16"),
        ('{"a": 1}'.encode("utf-16-le"), "UTF-16"),
        (b'{"name": "Zo\xeb"}', "not UTF-8 from byte 12"),
        (b'{"a": "\xed\xa0\x80"}', "not UTF-8"),
        (b'{"id": "a"', "at character 10"),
        (b'{"id": "a"} {"id": "b"}', "at character 12"),
        (b'{"balance": NaN}', "NaN"),
        (b'{"balance": -Infinity}', "-Infinity"),
        (b'{"gross": 1e999}', "too large"),
        (b'{"balance": ' + b"9" * 5000 + b"}", "integer of 5000 digits"),
        (b'{"id": "a", "id": "b"}', "'id' appears twice"),
        (b'{"items": [{"x": 1, "x": 1}]}', "'x' appears twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "nested more than 64 levels"),
    ],
)
def test_what_is_not_json_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(NotJson) as refused:
        read_json(body)
    assert reason in refused.value.reason


def test_nesting_is_read_down_to_the_limit() -> None:
    read_json(b"[" * DEEPEST + b"]" * DEEPEST)


def test_a_refused_key_is_not_quoted_at_length() -> None:
    key = "k" * 10_000
    with pytest.raises(NotJson) as refused:
        read_json(f'{{"{key}": 1, "{key}": 2}}'.encode())
    assert len(refused.value.reason) < 200


def test_a_lone_surrogate_stays_in_the_id_it_belongs_to() -> None:
    customer = read_record(Customer, read_json(b'{"id": "a\\ud83d", "\\ud83d": "\\udc00"}'))
    assert customer.id == "a\ud83d"
    assert customer.raw["\ud83d"] == "\udc00"


def test_a_wrong_shape_names_the_field_and_hides_the_value() -> None:
    with pytest.raises(WrongShape) as refused:
        read_record(Customer, {"id": "a", "last_seen_at": "sk_secret_value"})
    assert refused.value.reason == "last_seen_at: Input should be a valid integer"


def test_many_wrong_fields_are_counted() -> None:
    wrong = dict.fromkeys(("id", "project_id", "last_seen_country", "last_seen_platform"), 5)
    with pytest.raises(WrongShape) as refused:
        read_record(Customer, wrong)
    assert refused.value.reason.endswith("; 1 more")


@given(json_values)
def test_any_json_is_a_customer_or_a_wrong_shape(value: object) -> None:
    for candidate in (
        {"id": value},
        {"id": "a", "attributes": value, "active_entitlements": value},
    ):
        with contextlib.suppress(WrongShape):
            assert read_record(Customer, candidate).id == candidate["id"]


@pytest.mark.parametrize("balance", [True, "100", 1.5, [1]])
def test_only_a_whole_number_is_a_balance(balance: object) -> None:
    with pytest.raises(WrongShape):
        read_record(VirtualCurrencyBalance, {"currency_code": "GLD", "balance": balance})


@pytest.mark.parametrize("balance", [100, 100.0])
def test_a_whole_number_may_be_written_as_a_float(balance: object) -> None:
    record = read_record(VirtualCurrencyBalance, {"currency_code": "GLD", "balance": balance})
    assert (record.balance, type(record.balance)) == (100, int)
