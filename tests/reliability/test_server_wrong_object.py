"""Answers about something else than what was asked for."""

from __future__ import annotations

import json
from typing import Any, Final

import httpx
import pytest

from rctui.api.errors import AnswerUnreadable
from rctui.api.page import Unreadable
from rctui.api.reader import CustomerReader
from rctui.api.writer import CustomerWriter
from tests.api.connecting import PROJECT, RecordedNetwork, connected
from tests.api.loopback import answer, serving
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program

LATER: Final = 2_000_000_000_000
CUSTOMER: Final = {"object": "customer", "id": "c", "project_id": PROJECT}

OTHERS: Final[dict[str, dict[str, Any]]] = {
    "another project": {"project_id": "projother567"},
    "a subscription": {"object": "subscription"},
    "a list": {"object": "list", "items": []},
    "another customer's alias": {"object": "customer.alias"},
}
FINE: Final[dict[str, dict[str, Any]]] = {
    "the very project": {},
    "the project without proj": {"project_id": PROJECT.removeprefix("proj")},
    "no project": {"project_id": None},
    "a kind of tomorrow": {"object": "customer.v3"},
    "no kind": {"object": None},
    "the customer's own id": {"id": "another alias"},
}


def answering(body: object) -> RecordedNetwork:
    return RecordedNetwork([httpx.Response(200, content=json.dumps(body).encode())])


@pytest.mark.parametrize("name", OTHERS)
async def test_another_object_is_refused_and_leaves_a_write_open(name: str) -> None:
    async with connected(network=answering(CUSTOMER | OTHERS[name])) as transport:
        with pytest.raises(AnswerUnreadable, match=r"in place of|belongs to another project"):
            await CustomerReader(transport, PROJECT).get_customer("c", expand_attributes=True)
        with pytest.raises(AnswerUnreadable) as granting:
            await CustomerWriter(transport, PROJECT).grant_entitlement("c", "e", expires_at=LATER)
        with pytest.raises(AnswerUnreadable) as deleting:
            await CustomerWriter(transport, PROJECT).delete_customer("c")
    assert granting.value.may_have_applied
    assert deleting.value.may_have_applied


@pytest.mark.parametrize("name", FINE)
async def test_what_may_be_the_same_is_taken(name: str) -> None:
    body = CUSTOMER | FINE[name]
    async with connected(network=answering(body)) as transport:
        reader = CustomerReader(transport, PROJECT)
        customer = await reader.get_customer("c", expand_attributes=True)
    assert customer.id == body["id"]


async def test_in_a_list_what_is_about_something_else_is_an_unreadable_row() -> None:
    items = [CUSTOMER, *(CUSTOMER | other for other in OTHERS.values()), CUSTOMER | {"id": "d"}]
    async with connected(network=answering({"object": "list", "items": items})) as transport:
        page = await CustomerReader(transport, PROJECT).list_customers()
    assert [isinstance(item, Unreadable) for item in page.items] == [
        False, True, True, True, True, False,
    ]  # fmt: skip


async def test_the_operator_is_told_and_sees_nobody_elses_data() -> None:
    other = {"object": "customer", "id": "user_42", "project_id": "projother567", "x": "Zed"}
    async with serving(answer(json.dumps(other).encode())) as server:
        opening = opened_on(Detour("/customers/user_42", server.port))
        async with program(opening, size=(120, 30)) as operator:
            await operator.sees("user_42")
            await operator.finds("user_42")
            shown = await operator.sees("belongs to another project")
            assert "Check the project's base_url" in " ".join(shown.split())
            assert not operator.is_on("user_42")
