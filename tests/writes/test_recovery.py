"""A customer that was saved before a block comes back as far as that is possible at all."""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.errors import UnreadableChange
from rctui.customers.changes.every_change import (
    BlockCustomer,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    SetAttributes,
    UnblockCustomer,
)
from rctui.customers.recovery.recovery_file import RecoveryFiles, read_recovery_file
from rctui.customers.recovery.restoring import Restorable, restorable
from rctui.demo import effects
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.demo.records import Attribute
from rctui.demo.routes.entitlements import active_entitlements
from rctui.journal.states import Step
from tests.simulated import NOW
from tests.writes.bench import bench
from tests.writes.every_change import DAY, entitlement, fresh

if TYPE_CHECKING:
    from rctui.customers.changes.every_change import Change


def keys() -> str:
    return f"key-{next(_NUMBERS):08}"


_NUMBERS = itertools.count(1)


@pytest.mark.parametrize("make", [BlockCustomer, DeleteCustomer])
def test_what_can_come_back_comes_back(
    tmp_path: Path, make: type[BlockCustomer] | type[DeleteCustomer]
) -> None:
    recovery = RecoveryFiles(tmp_path / "recovery")
    with bench(tmp_path, recovery=recovery) as desk:
        world = desk.app.state.world
        customer_id, pro = fresh(world), entitlement(world)
        customer = world.to_change(customer_id)
        customer.attributes |= {f"note{n}": Attribute(f"value {n}", NOW) for n in range(130)}
        customer.balances["GLD"] = 250
        assert desk.write(GrantEntitlement(customer_id, pro, NOW + DAY)).end is Step.APPLIED
        saved = desk.write(make(customer_id)).recovery_file
        assert world.find(customer_id) is None

        document = read_recovery_file(recovery.listed()[0])
        assert saved == str(recovery.listed()[0])
        back = restorable(document, NOW, keys, is_blocked=customer_id in world.blocked)
        for change in back.changes:
            assert desk.write(change, ticket="T-1").end is Step.APPLIED, change
        again = world.find(customer_id)
        assert len(again.attributes) == 130
        assert again.attributes["note129"].value == "value 129"
        assert again.balances == {"GLD": 250}
        assert active_entitlements(again, NOW) == {pro: NOW + DAY}


def test_what_the_key_may_not_read_is_noted_in_the_file() -> None:
    with bench(key=CUSTOMERS_ONLY_KEY) as desk:
        outcome = desk.write(DeleteCustomer("user_42"))
        assert outcome.end is Step.APPLIED
        document = desk.recovery.in_memory[outcome.recovery_file]
    problems = {name: one["problem"] for name, one in document["lists"].items() if one["problem"]}
    assert "subscriptions" in problems
    notes = [note.plain for note in restorable(document, NOW, keys).notes]
    assert any(note.startswith("subscriptions: ") for note in notes)


def test_a_customer_who_is_not_there_needs_no_file() -> None:
    with bench() as desk:
        outcome = desk.write(BlockCustomer("never_seen"))
    assert outcome.end is Step.APPLIED
    assert outcome.recovery_file == ""


def test_every_page_is_saved() -> None:
    with bench() as desk:
        customer_id = fresh(desk.app.state.world)
        customer = desk.app.state.world.to_change(customer_id)
        customer.attributes |= {f"note{n}": Attribute("x", NOW) for n in range(230)}
        outcome = desk.write(DeleteCustomer(customer_id))
        document = desk.recovery.in_memory[outcome.recovery_file]
    assert len(document["lists"]["attributes"]["items"]) == 230


def test_a_list_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    recovery = RecoveryFiles(tmp_path / "recovery")
    with bench(tmp_path, recovery=recovery) as desk:
        desk.app.state.faults.add(effects.garbage(), operation="list_aliases", times=None)
        assert desk.write(DeleteCustomer("user_42")).end is Step.NOT_SENT
        assert desk.received == []
    assert recovery.listed() == ()


def saved(**lists: list[object]) -> dict[str, object]:
    return {"asked": "user_9", "lists": {name: {"items": rows} for name, rows in lists.items()}}


def kinds(found: Restorable) -> list[type[Change]]:
    return [type(change) for change in found.changes]


def test_the_id_is_made_first_in_the_way_it_needs() -> None:
    document = saved(attributes=[{"name": "plan", "value": "gold"}])
    blocked = restorable(document, NOW, keys, is_blocked=True)
    assert kinds(blocked) == [UnblockCustomer, SetAttributes]
    assert kinds(restorable(document, NOW, keys)) == [CreateCustomer, SetAttributes]
    assert kinds(restorable(document, NOW, keys, exists=True)) == [SetAttributes]


def test_what_can_not_be_put_back_is_said() -> None:
    document = saved(
        attributes=[{"name": "$nope", "value": "x"}, {"name": "gone", "value": None}, "odd"],
        subscriptions=[
            {"store": "app_store", "gives_access": True},
            _grant(None),
            _grant(NOW - 1),
            _grant(NOW + 1, gives_access=False),
        ],
        currencies=[
            {"currency_code": "GLD", "balance": 0},
            {"currency_code": "G", "balance": True},
        ],
        aliases=[{"id": "a"}, {"id": "b"}],
    )
    found = restorable({**document, "asked": "$RCAnonymousID:1"}, NOW, keys)
    assert found.changes == ()
    said = " ".join(note.plain for note in found.notes)
    for words in ("new id may only", "$nope", "had no end", "when the app restores", "Aliases"):
        assert words in said
    assert "in the past" not in said


def _grant(end: int | None, **more: object) -> dict[str, object]:
    return {
        "store": "promotional",
        "gives_access": True,
        "current_period_ends_at": end,
        "entitlements": {"items": [{"id": "entl_pro"}, "odd", {}]},
    } | more


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"version":2,"lists":{}}', b"\xff"])
def test_another_file_is_no_recovery_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "some.json"
    file.write_bytes(content)
    with pytest.raises(UnreadableChange):
        read_recovery_file(file)


def test_a_new_file_takes_the_place_of_outdated_ones(tmp_path: Path) -> None:
    recovery = RecoveryFiles(tmp_path, lambda: 30)
    old, young = (Path(recovery.save({"asked": name, "lists": {}})) for name in ("old", "young"))
    month_ago = old.stat().st_mtime - 31 * 86_400
    os.utime(old, (month_ago, month_ago))
    newest = Path(recovery.save({"asked": "newest", "lists": {}}))
    assert set(recovery.listed()) == {young, newest}


def test_old_files_are_removed(tmp_path: Path) -> None:
    recovery = RecoveryFiles(tmp_path)
    path = recovery.save({"asked": "../etc/passwd", "saved_at_ms": NOW, "lists": {}})
    assert path.startswith(str(tmp_path))
    assert json.loads(recovery.listed()[0].read_bytes())["version"] == 1
    assert recovery.remove_older_than(0) == 0
    assert recovery.remove_older_than(2**53) == 1
    assert recovery.listed() == ()
