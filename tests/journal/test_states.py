"""The state machine as tables: every step from every state."""

from __future__ import annotations

from functools import reduce

import pytest

from rctui.journal.states import ENDS, TRANSITIONS, State, Step, state_after

STORIES = [
    ("attempted", State.ATTEMPTED),
    ("attempted applied", State.APPLIED),
    ("attempted applied checked", State.APPLIED),
    ("attempted refused", State.REFUSED),
    ("attempted not-sent", State.NOT_SENT),
    ("attempted unknown", State.UNKNOWN),
    ("attempted unknown checked", State.UNKNOWN),
    ("attempted sent-again", State.UNKNOWN),
    ("attempted sent-again applied", State.APPLIED),
    ("attempted unknown sent-again refused", State.UNKNOWN),
    ("attempted unknown sent-again not-sent", State.UNKNOWN),
    ("attempted unknown sent-again applied", State.APPLIED),
    ("attempted unknown settled", State.SETTLED),
    ("attempted settled applied", State.APPLIED),
    ("attempted settled unknown", State.SETTLED),
    ("attempted refused applied", State.REFUSED),
    ("attempted applied unknown", State.APPLIED),
    ("applied", State.APPLIED),
    ("unknown", State.UNKNOWN),
]


@pytest.mark.parametrize(("steps", "end"), STORIES)
def test_a_story_ends_in_one_state(steps: str, end: State) -> None:
    start: State | None = None
    assert reduce(state_after, (Step(one) for one in steps.split()), start) is end


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_every_step_from_every_state_has_an_answer(state: State, step: Step) -> None:
    assert state_after(state, step) in State


def test_an_attempt_has_exactly_four_ends() -> None:
    ends = {TRANSITIONS[State.ATTEMPTED][step] for step in ENDS}
    assert ends == {State.APPLIED, State.REFUSED, State.NOT_SENT, State.UNKNOWN}


@pytest.mark.parametrize("step", [Step.REFUSED, Step.NOT_SENT, Step.UNKNOWN, Step.SENT_AGAIN])
def test_only_the_server_or_a_person_ends_the_unknown(step: Step) -> None:
    assert state_after(State.UNKNOWN, step) is State.UNKNOWN


def test_what_nobody_knows_stays_open() -> None:
    assert [state for state in State if state.is_open] == [State.ATTEMPTED, State.UNKNOWN]
