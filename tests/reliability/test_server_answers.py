"""Odd answers over a loopback socket: what the client makes of them, and what an operator reads."""

from __future__ import annotations

import pytest

from rctui.api.errors import ApiError, LineLost
from rctui.api.http_client import Deadlines
from rctui.api.reader import CustomerReader
from rctui.api.retry import READ_RETRIES
from rctui.api.writer import CustomerWriter
from rctui.errors import ExitCode
from tests.api.connecting import PROJECT, connected
from tests.api.loopback import answer, serving
from tests.reliability.odd_answers import ODD
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program

QUICK = Deadlines(connect_s=5, read_s=5, write_s=5)


@pytest.mark.parametrize("name", ODD)
async def test_an_odd_answer_is_a_named_error_and_the_next_call_is_unharmed(name: str) -> None:
    odd = ODD[name]
    asked = READ_RETRIES + 1 if odd.repeated else 1
    good = answer(b'{"object":"list","items":[{"id":"a"}]}')
    async with (
        serving(*[odd.behaviour] * asked, good) as server,
        connected(server.base_url, deadlines=QUICK) as transport,
    ):
        reader = CustomerReader(transport, PROJECT)
        with pytest.raises(ApiError) as raised:
            await reader.list_aliases("c")
        assert len(server.requests) == asked
        assert [one.id for one in (await reader.list_aliases("c")).records] == ["a"]
    assert type(raised.value) is odd.kind
    assert odd.words in raised.value.message
    assert raised.value.hint
    assert not raised.value.may_have_applied


@pytest.mark.parametrize("name", ODD)
async def test_the_same_answer_to_a_write_leaves_open_whether_it_was_done(name: str) -> None:
    odd = ODD[name]
    async with (
        serving(odd.behaviour) as server,
        connected(server.base_url, deadlines=QUICK) as transport,
    ):
        with pytest.raises(ApiError) as raised:
            await CustomerWriter(transport, PROJECT).set_attributes("c", {"plan": "gold"})
    assert len(server.requests) == 1
    assert type(raised.value) is odd.kind
    assert raised.value.may_have_applied
    assert raised.value.exit_code is ExitCode.OUTCOME_UNKNOWN


@pytest.mark.parametrize("first", range(0, len(ODD), 20))
async def test_the_pane_says_it_and_the_other_panes_are_unharmed(first: int) -> None:
    names = list(ODD)[first : first + 20]
    async with serving(answer(b'{"object":"list","items":[]}')) as server:
        detour = Detour("/purchases", server.port)
        async with program(opened_on(detour, QUICK), text="user_42", size=(200, 30)) as operator:
            await operator.sees("Has pro until")
            await operator.press("3")
            await operator.settles()
            assert "Failed" not in operator.state
            for name in names:
                odd = ODD[name]
                server.behaviours[:] = [odd.behaviour]
                await operator.press("r")
                await operator.settles()
                said = " ".join(operator.state.split())
                assert said.startswith("Failed: "), name
                assert odd.words in said, name
                assert "r tries again" in said
                hint = (
                    "Check the network" if odd.kind is LineLost else "Check the project's base_url"
                )
                assert hint in said, name
                assert "Purchases]!" in operator.screen, name
            for tab in "1245678":
                await operator.press(tab)
                await operator.settles()
                assert "Failed" not in operator.state
            assert operator.verdict.startswith("Has ")
            server.behaviours[:] = [answer(b'{"object":"list","items":[]}')]
            await operator.press("3", "r")
            await operator.settles()
            assert "Failed" not in operator.state
