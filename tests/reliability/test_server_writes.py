"""What is refused before anything is sent, and what is said of a write that went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from rctui.customers.changes.amounts import read_amounts
from rctui.customers.changes.errors import BadAmount
from rctui.demo import effects
from rctui.demo.effects import failed
from rctui.journal.states import Step
from tests.stories.writes.desk import Desk, run
from tests.stories.writes.every_write import EVERY_WRITE, Write
from tests.writes.bench import Bench, bench
from tests.writes.every_change import EVERY_CHANGE, KEYED

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_AMOUNTS: Final = (
    "", " ", "+", "=", "5", "+1e3", "+1.5", "+1,000", "+1_000", "+1'000", "+\u0665",
    "+\uff15", "+0x10", "++5", "+-5", "--5", "+5 5", "+NaN", "+inf", "+9223372036854775808",
    "+" + "9" * 400, "GLD", "GLD +5, GLD +5", "+5;+5", "\u2212" + "5", "+5\u200b", "+5\x1b[2J",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_AMOUNTS, ids=ascii)
def test_only_plain_numbers_with_a_sign_are_amounts(text: str) -> None:
    with pytest.raises(BadAmount) as raised:
        read_amounts(text)
    assert raised.value.message.isprintable()


@pytest.mark.parametrize(("text", "amount"), [("+5", 5), (" -20 ", -20), ("= 1000", 1000)])
def test_a_plain_number_is_one(text: str, amount: int) -> None:
    assert [one.amount for one in read_amounts(text)] == [amount]


BROKEN: Final = (408, 503, 520, 599)


@pytest.fixture(scope="module")
def desk() -> Iterator[Bench]:
    with bench() as desk:
        yield desk


@pytest.mark.parametrize("status", BROKEN)
@pytest.mark.parametrize("kind", sorted(set(EVERY_CHANGE) - KEYED))
def test_a_broken_server_leaves_a_write_unknown_and_it_is_sent_once(
    desk: Bench, kind: str, status: int
) -> None:
    desk.app.state.faults.clear()
    desk.app.state.received.clear()
    change = EVERY_CHANGE[kind](desk.app.state.world)
    desk.spoil(effects.gateway_page(status, applied=True), times=None)
    assert desk.write(change).end is Step.UNKNOWN
    assert (len(desk.received), len(desk.applied)) == (1, 1)


GRANT: Final = next(write for write in EVERY_WRITE if write.name == "grant")
CREDIT: Final = next(write for write in EVERY_WRITE if write.name == "transaction")


@pytest.mark.parametrize("write", [GRANT, CREDIT], ids=lambda write: write.name)
@pytest.mark.parametrize("status", [423, 429])
async def test_a_server_that_puts_a_write_off_for_good_has_refused_it(
    write: Write, status: int
) -> None:
    desk = Desk()
    desk.faults.add(failed(status), operation=write.operation, times=None)
    async with desk.program(write.customer, size=(120, 30)) as operator:
        await run(operator, write)
        shown = await operator.sees("REFUSED: ", f"status {status}")
        assert "UNCONFIRMED" not in shown
    assert len(desk.writes) == 2
    assert desk.applied == []
    assert desk.states == ["refused"]
