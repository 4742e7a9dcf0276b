from __future__ import annotations

from rctui.worker.answers import CurrentLoads


def test_only_the_newest_load_of_a_part_counts() -> None:
    loads = CurrentLoads()
    assert loads.start("customer", 1) is None
    assert loads.start("customer", 2) == 1
    assert not loads.accepts("customer", 1)
    assert loads.waits("customer")
    assert loads.accepts("customer", 2)
    assert not loads.waits("customer")


def test_an_answer_counts_once() -> None:
    loads = CurrentLoads()
    loads.start("customer", 1)
    assert loads.accepts("customer", 1)
    assert not loads.accepts("customer", 1)


def test_parts_do_not_stand_in_each_others_way() -> None:
    loads = CurrentLoads()
    loads.start("customer", 1)
    loads.start("aliases", 2)
    assert loads.accepts("customer", 1)
    assert loads.numbers == (2,)
