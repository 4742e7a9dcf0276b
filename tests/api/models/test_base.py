"""What all records have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import ValidationError

from rctui.api.models.base import Record
from rctui.api.models.customer import Customer, ExperimentEnrollment
from rctui.api.models.kinds import Amount, Text, Whole, reads

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW = {"id": "user_1", "last_seen_country": None, "new": [1]}


class Inner(Record):
    """A record inside of another one."""

    name: Text


class Sample(Record):
    """One field of each kind."""

    KIND: ClassVar[str] = "sample"

    id: Text
    count: Whole | None = None
    price: Amount | None = None
    is_on: bool | None = None
    inner: Inner | None = None
    either: Optional[Inner] = None  # noqa: UP045
    shouted: Annotated[str | None, reads(lambda value: str(value).upper())] = None
    anything: Any = None


def test_the_fields_are_those_of_the_class_in_its_order() -> None:
    names = ("id", "count", "price", "is_on", "inner", "either", "shouted", "anything")
    assert Sample.model_fields == names


def test_each_kind_is_read_as_it_says() -> None:
    told = {"count": 5.0, "price": 3, "is_on": True, "inner": {"name": "a"}, "either": None}
    record = Sample.model_validate({"id": "s", "shouted": "b", "anything": [1], **told})
    assert (record.count, record.price, record.is_on, record.either) == (5, 3.0, True, None)
    assert record.inner == Inner(name="a")
    assert (record.shouted, record.anything) == ("B", [1])


@pytest.mark.parametrize(
    "wrong",
    [{"count": True}, {"count": "5"}, {"price": "3"}, {"is_on": 1}, {"inner": []}, {"id": None}],
)
def test_no_kind_is_taken_for_another(wrong: Mapping[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        Sample.model_validate({"id": "s", **wrong})
    assert [problem["loc"] for problem in refused.value.errors()] == [(*wrong,)]


@pytest.mark.parametrize("value", [None, [], "user_1", 5])
def test_what_is_no_object_is_no_record(value: object) -> None:
    with pytest.raises(ValidationError):
        Customer.model_validate(value)


def test_a_record_can_not_be_changed() -> None:
    record = Customer.model_validate(ROW)
    with pytest.raises(AttributeError):
        record.id = "user_2"  # type: ignore[misc]
    with pytest.raises(TypeError):
        record.raw["id"] = "user_2"  # type: ignore[index]
    assert record.id == "user_1"


def test_a_copy_differs_in_what_it_was_told_to_and_keeps_what_was_received() -> None:
    record = Customer.model_validate(ROW)
    copy = record.model_copy(update={"last_seen_country": "DE"})
    assert (record.last_seen_country, copy.last_seen_country) == (None, "DE")
    assert copy.raw == record.raw == ROW
    assert copy != record


def test_a_record_of_the_program_s_own_is_checked_like_any_other() -> None:
    assert Customer(id="user_1") == Customer.model_validate({"id": "user_1"})
    with pytest.raises(ValidationError):
        Customer(id=5)  # type: ignore[arg-type]


def test_records_of_two_kinds_are_never_equal() -> None:
    assert ExperimentEnrollment(name="a") != Inner(name="a")


def test_an_untold_field_is_not_a_told_null() -> None:
    assert Customer.model_validate(ROW) != Customer.model_validate({"id": "user_1"})


@given(st.builds(dict, id=st.text(), count=st.none() | st.integers()))
def test_equal_records_have_one_hash(told: dict[str, Any]) -> None:
    one, other = Sample.model_validate(told), Sample.model_validate(dict(told))
    assert one == other
    assert hash(one) == hash(other)


def test_no_value_of_a_customer_is_in_what_a_refusal_says() -> None:
    with pytest.raises(ValidationError) as refused:
        Customer.model_validate({"id": "a", "last_seen_at": "sk_secret_value"})
    assert "sk_secret_value" not in str(refused.value)
