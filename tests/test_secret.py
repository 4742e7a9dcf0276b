from __future__ import annotations

import copy
import json
import pickle
from dataclasses import dataclass

import pytest

from rctui.secret import Secret

KEY = "sk_not_a_real_key_0123456789"


@dataclass
class Holder:
    key: Secret


def test_no_way_of_printing_gives_the_value() -> None:
    secret = Secret(KEY)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r:>40}", repr(Holder(secret))]
    assert not any(KEY in text for text in shown)


@pytest.mark.parametrize("leak", [pickle.dumps, copy.deepcopy, json.dumps])
def test_it_does_not_leave_the_process(leak: object) -> None:
    assert callable(leak)
    with pytest.raises(TypeError):
        leak(Secret(KEY))


def test_it_can_be_revealed_and_compared() -> None:
    assert Secret(KEY).reveal() == KEY
    assert Secret(KEY) == Secret(KEY)
    assert Secret(KEY) != Secret("sk_other")
    assert hash(Secret(KEY)) == hash(Secret(KEY))
    assert Secret("") != KEY
    assert not Secret("")
