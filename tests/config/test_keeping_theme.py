"""A theme that is kept for good changes one line of a person's file, and no other byte."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.config.errors import ConfigError, ConfigProblems
from rctui.config.keeping_theme import keep_theme
from rctui.config.one_text import with_text
from tests.config.files import ACME, written

if TYPE_CHECKING:
    from pathlib import Path

MINE = "# mine\ndefault_project = 'acme'  # the shop\n\n" + ACME + "# the end"
LOOKALIKES = """\
# theme = "in-a-comment"
note = '''
theme = "in-a-text"
[projects.acme]
theme = "in-a-text-too"
'''
theme = 'old'   # by Ann
"""


@pytest.mark.parametrize(
    ("before", "project", "after"),
    [
        ("theme = 'old' # x\n", "", 'theme = "new" # x\n'),
        ('  "theme"="old"\r\n[a]\r\n', "", '  "theme"="new"\r\n[a]\r\n'),
        ("", "", 'theme = "new"\n'),
        ("# only words", "", 'theme = "new"\n# only words'),
        ("a = 1", "", 'a = 1\ntheme = "new"\n'),
        ("a = 1\r\n[t]\r\n", "", 'a = 1\r\ntheme = "new"\r\n[t]\r\n'),
        ("a = [\n  1,\n]\n[t]\n", "", 'theme = "new"\na = [\n  1,\n]\n[t]\n'),
        ('[t]\ntheme = "old"\n', "", 'theme = "new"\n[t]\ntheme = "old"\n'),
        ("[projects.p]\n[t]\n", "p", '[projects.p]\ntheme = "new"\n[t]\n'),
        (
            "[projects.p]\n  a = 1 # x\n\n[projects.p.limits]\nb = 2\n",
            "p",
            '[projects.p]\n  a = 1 # x\n  theme = "new"\n\n[projects.p.limits]\nb = 2\n',
        ),
        (
            'theme = "old"\n[projects.q]\ntheme = "old"\n[projects."p"]\ntheme = "old"\n',
            "p",
            'theme = "old"\n[projects.q]\ntheme = "old"\n[projects."p"]\ntheme = "new"\n',
        ),
        ('projects.p.theme = "old"\n', "p", 'projects.p.theme = "new"\n'),
        (LOOKALIKES, "", LOOKALIKES.replace("'old' ", '"new" ')),
        ('theme = "new"\n', "", 'theme = "new"\n'),
    ],
)
def test_one_line_is_changed_or_added(before: str, project: str, after: str) -> None:
    key = ("projects", project, "theme") if project else ("theme",)
    assert with_text(before, key, "new") == after


@pytest.mark.parametrize(
    ("before", "project"),
    [
        ('theme = """\nold"""\n', ""),
        ('projects = { p = { theme = "old" } }\n', "p"),
        ("projects = 3\n", "p"),
        ("[projects]\n", "p"),
        ("theme = 3\n", ""),
    ],
)
def test_where_one_line_is_not_enough_nothing_is_changed(before: str, project: str) -> None:
    key = ("projects", project, "theme") if project else ("theme",)
    assert with_text(before, key, "new") is None


PIECES = st.sampled_from(
    [
        "# theme = 'x'",
        "",
        "theme = 'old'",
        "mouse='on'   # é",
        "many = [\n [1],\n]",
        "words = '''\ntheme = 'x'\n[projects.p]\n'''",
        "[projects.p]",
        "[ projects . 'p' ] # here",
        "[projects.p.limits]",
        "[[lists]]",
        "\ttheme\t=\t'old'",
        "projects.q.theme = 'x'",
    ]
)


@given(st.lists(PIECES, max_size=9), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "p"]))
def test_whatever_the_file_looks_like_only_the_theme_differs(
    pieces: list[str], line_end: str, project: str
) -> None:
    before = "\n".join(pieces).replace("\n", line_end)
    try:
        tree = tomllib.loads(before)
    except tomllib.TOMLDecodeError:
        return
    key = ("projects", project, "theme") if project else ("theme",)
    after = with_text(before, key, "new")
    if after is None:
        assert project
        return
    table = tree["projects"][project] if project else tree
    table["theme"] = "new"
    assert tomllib.loads(after) == tree
    kept, now = before.split("\n"), after.split("\n")
    assert len([line for line in kept if line not in now]) <= 1
    assert len(now) - len(kept) in (0, 1, 2)


def test_comments_and_order_stay_and_the_file_becomes_private(tmp_path: Path) -> None:
    path = written(tmp_path, MINE, mode=0o644)
    keep_theme(path, "rctui-light")
    keep_theme(path, "rctui-cvd", "acme")
    text = path.read_text()
    assert tomllib.loads(text)["theme"] == "rctui-light"
    assert tomllib.loads(text)["projects"]["acme"]["theme"] == "rctui-cvd"
    ours = ('theme = "rctui-light"', 'theme = "rctui-cvd"')
    assert [line for line in text.split("\n") if line not in ours] == MINE.split("\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = written(tmp_path, MINE)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    keep_theme(link, "rctui-light")
    assert link.is_symlink()
    assert tomllib.loads(real.read_text())["theme"] == "rctui-light"


def test_without_a_file_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no configuration file") as raised:
        keep_theme(tmp_path / "rctui" / "config.toml", "rctui-light")
    assert "RCTUI_THEME=rctui-light" in raised.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("before", "project", "says"),
    [
        ("theme = \n", "", "not TOML"),
        (MINE, "other", "no project called other"),
        ("projects = 3\n", "acme", "no project called acme"),
        ('theme = """old"""\n', "", "can't be put"),
    ],
)
def test_what_can_not_be_changed_safely_is_left_alone(
    before: str, project: str, says: str, tmp_path: Path
) -> None:
    path = written(tmp_path, before)
    with pytest.raises((ConfigError, ConfigProblems), match=says):
        keep_theme(path, "rctui-light", project)
    assert path.read_text() == before
