"""What the first frame reads without pydantic is what the full validation reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from rctui.config.base_url import checked_url
from rctui.config.columns import COLUMN_IDS
from rctui.config.errors import ConfigProblems, UnknownProject
from rctui.config.first_look import ProjectLook, first_look
from rctui.config.paths import find_paths
from rctui.config.reading import Reading
from rctui.config.validation import validate

if TYPE_CHECKING:
    from rctui.config.settings import ProjectSettings

PATHS = find_paths({"HOME": os.sep})
WORDS = st.text(min_size=1, max_size=6)
ODD = st.one_of(
    *(st.none(), st.booleans(), st.integers(-1, 9), st.floats()),
    *(st.text(max_size=6), st.just([]), st.just({})),
)


def usually(fit: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something fit, and one time in ten something odd."""
    return st.sampled_from([fit] * 9 + [ODD]).flatmap(lambda one: one)


def one_of(*words: str) -> st.SearchStrategy[Any]:
    return usually(st.sampled_from(words))


def table(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return usually(st.dictionaries(st.text(max_size=6), usually(values), max_size=2))


LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "max_grant_days": usually(st.integers(1, 9)),
        "max_credit": table(st.integers(0, 9)),
    },
)
COLUMNS = st.sampled_from(sorted(COLUMN_IDS)).flatmap(
    lambda name: st.fixed_dictionaries(
        {name: st.lists(one_of(*sorted(COLUMN_IDS[name])), max_size=3)}
    )
)
PROJECT = st.fixed_dictionaries(
    {"project_id": st.just("proj1"), "api_key": st.just({"env": "KEY"})},
    optional={
        "name": usually(WORDS),
        "protection": one_of("open", "guarded", "read-only", "closed"),
        "risk": one_of("normal", "high", "higher"),
        "theme": usually(WORDS),
        "names": table(WORDS),
        "base_url": one_of("https://a.test/v2", "https://A.test/", "ftp://a.test"),
        "restore_behavior": one_of("unknown", "transfer", "keep", "shares"),
        "require_ticket": usually(st.booleans()),
        "limits": usually(LIMITS),
        "columns": usually(COLUMNS),
    },
)
SETTINGS = st.fixed_dictionaries(
    {"projects": st.dictionaries(st.sampled_from("ab"), PROJECT, max_size=2)},
    optional={
        "default_project": one_of("a", "b"),
        "theme": usually(WORDS),
        "mouse": one_of("auto", "on", "off", "maybe"),
        "driver": one_of("auto", "plain", "fancy"),
        "clipboard": one_of("auto", "native", "tmux", "osc52", "off", "ink"),
        "remember_recent": usually(st.booleans()),
        "keymap": table(WORDS),
    },
)


@given(SETTINGS)
def test_what_the_validation_accepts_the_first_look_reads_as_the_same(tree: dict[str, Any]) -> None:
    reading = Reading(PATHS, None, tree, {})
    try:
        settings = validate(reading)
    except ConfigProblems:
        return
    try:
        look = first_look(reading)
    except UnknownProject:
        assert len(settings.projects) > 1
        assert settings.default_project is None
        return
    assert [one.key for one in look.projects] == list(settings.projects)
    assert (look.theme, look.mouse, look.driver, look.clipboard, look.remember_recent) == (
        settings.theme,
        settings.mouse,
        settings.driver,
        settings.clipboard,
        settings.remember_recent,
    )
    assert look.keymap == settings.keymap
    for one in look.projects:
        assert_same(one, settings.projects[one.key])


def assert_same(look: ProjectLook, project: ProjectSettings) -> None:
    assert look.name == (project.name or look.key)
    assert look.high_risk is (project.risk == "high")
    assert checked_url(look.base_url) == project.base_url
    assert look.max_grant_days == project.limits.max_grant_days
    assert look.max_credit == project.limits.max_credit
    assert {name: list(ids) for name, ids in look.columns.items()} == project.columns
    same = ("protection", "theme", "names", "project_id", "restore_behavior", "require_ticket")
    assert [getattr(look, name) for name in same] == [getattr(project, name) for name in same]
