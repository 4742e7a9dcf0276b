from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.routes.attributes import RESERVED
from tests.demo.asking import ANN, items, refusal
from tests.simulated import NOW

if TYPE_CHECKING:
    import httpx


async def test_attributes_are_set_and_deleted_and_answered_as_a_list(
    client: httpx.AsyncClient,
) -> None:
    wanted = [
        {"name": "support_case", "value": "T-9"},
        {"name": "streak_days", "value": None},
        {"name": "mood", "value": ""},
    ]
    answer = await client.post(f"{ANN}/attributes", json={"attributes": wanted})

    rows = {row["name"]: row for row in answer.json()["items"]}
    assert answer.status_code == 200
    assert answer.json()["object"] == "list"
    assert rows["support_case"]["value"] == "T-9"
    assert rows["support_case"]["updated_at"] == NOW
    assert rows["mood"]["value"] == ""
    assert "streak_days" not in rows


@pytest.mark.parametrize(
    "attributes",
    [
        [],
        {"support_case": "T-9"},
        [{"name": "a", "value": "b"}] * 51,
        [{"name": "$unknown", "value": "b"}],
        [{"name": "9lives", "value": "b"}],
        [{"name": "x" * 41, "value": "b"}],
        [{"name": "a", "value": "b" * 501}],
        [{"name": "a", "value": 1}],
        [{"name": "a", "value": "b", "updated_at": 1}],
        [{"name": "first", "value": "set"}, {"name": "", "value": "b"}],
    ],
)
async def test_one_bad_attribute_refuses_them_all(
    client: httpx.AsyncClient, attributes: object
) -> None:
    answer = await client.post(f"{ANN}/attributes", json={"attributes": attributes})

    assert refusal(answer) == (400, "parameter_error", "attributes")
    names = {row["name"] for row in await items(client, f"{ANN}/attributes")}
    assert not names & {"a", "first"}


async def test_all_54_reserved_names_are_accepted(client: httpx.AsyncClient) -> None:
    wanted = [{"name": name, "value": "x"} for name in sorted(RESERVED)]
    assert len(wanted) == 54
    for some in (wanted[:50], wanted[50:]):
        answer = await client.post(f"{ANN}/attributes", json={"attributes": some})
        assert answer.status_code == 200


async def test_a_device_id_stays_what_it_was_although_the_answer_is_200(
    client: httpx.AsyncClient,
) -> None:
    for value in ("first", "second"):
        body = {"attributes": [{"name": "$idfa", "value": value}]}
        assert (await client.post(f"{ANN}/attributes", json=body)).status_code == 200

    rows = {row["name"]: row["value"] for row in await items(client, f"{ANN}/attributes")}
    assert rows["$idfa"] == "first"
