"""Themes as files: what is refused, and on which line; what a base adds."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.config.colours import TERMINAL_COLOURS, contrast, read_colour
from rctui.config.theme_choice import ThemeChoice, fitting_theme
from rctui.config.themes import COLOURS, DARK, LIGHT, TERMINAL, ThemeError, Themes, UnknownTheme

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ("rctui-cvd", "rctui-dark", "rctui-high-contrast", "rctui-light", "terminal")


def own(folder: Path, text: str, name: str = "mine") -> Themes:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Themes(folder)


def test_five_themes_are_shipped_and_whole() -> None:
    themes = Themes()
    assert themes.shipped == SHIPPED
    for name in SHIPPED:
        assert set(themes.read(name).colours) == set(COLOURS)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\nprimery = "#fff"\n', 2, "did you mean primary?"),
        ('dark = true\n\nerror = "#12"\n', 3, "write it as #rrggbb"),
        ('error = "red"\n', 1, 'needs base = "terminal"'),
        ("error = 7\n", 1, "is no colour"),
        ('dark = "yes"\n', 1, "must be true or false"),
        ('# a\n# b\nbase = "rctui-drk"\n', 3, "did you mean rctui-dark?"),
        ("base = 3\n", 1, "known are rctui-cvd"),
        ("dark = true\ndark = false\n", 2, "not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_line(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ThemeError) as caught:
        own(tmp_path, text).read("mine")
    assert str(tmp_path / "mine.toml") in caught.value.message
    assert f"line {line}" in caught.value.message
    assert words in caught.value.message


def test_every_problem_is_told_in_the_order_of_lines(tmp_path: Path) -> None:
    text = 'error = "x"\nnew = 1\nbase = "y"\n'
    with pytest.raises(ThemeError) as caught:
        own(tmp_path, text).read("mine")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3]


def test_a_value_that_might_be_a_secret_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        own(tmp_path, 'error = "sk_abcdefgh12345"\nbase = "sk_abcdefgh12345"\n').read("mine")
    assert "abcdefgh" not in caught.value.message


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"dark = true\n# \xff\n")
    with pytest.raises(ThemeError, match="line 2"):
        Themes(tmp_path).read("mine")


@pytest.mark.parametrize(("text", "base"), [("", DARK), ("dark = false\n", LIGHT)])
def test_what_is_not_given_comes_from_a_base_as_dark_or_light(
    text: str, base: str, tmp_path: Path
) -> None:
    theme = own(tmp_path, text + 'error = "#Abc"\n').read("mine")
    assert theme.colours == {**Themes().read(base).colours, "error": "#aabbcc"}


def test_on_the_terminals_own_colours_their_names_can_be_used(tmp_path: Path) -> None:
    theme = own(tmp_path, 'base = "terminal"\nerror = "bright-red"\n').read("mine")
    assert theme.of_the_terminal
    assert theme.colours["error"] == "bright-red"
    assert theme.colours["success"] == "green"


def test_no_theme_of_ones_own_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    themes = own(tmp_path, 'error = "#123456"\n', DARK)
    assert themes.own == ()
    assert themes.read(DARK) == Themes().read(DARK)
    with pytest.raises(ThemeError, match="the name is taken"):
        themes.read_file(tmp_path / f"{DARK}.toml")


def test_an_unknown_name_tells_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownTheme) as caught:
        own(tmp_path, "").read("../mine")
    there_are = f"There are: {', '.join((*SHIPPED, 'mine'))}."
    assert caught.value.hint == f"Did you mean mine? {there_are}"
    with pytest.raises(UnknownTheme) as caught:
        own(tmp_path, "").read("qqq")
    assert caught.value.hint == there_are


def test_without_a_folder_there_are_the_shipped_ones(tmp_path: Path) -> None:
    assert Themes(tmp_path / "nowhere").names == SHIPPED


@given(st.text(alphabet=string.hexdigits + "#g ", max_size=8))
def test_only_three_or_six_digits_are_a_colour(text: str) -> None:
    digits = text[1:]
    is_one = text[:1] == "#" and len(digits) in (3, 6) and set(digits) <= set(string.hexdigits)
    if is_one:
        assert len(read_colour(text, of_the_terminal=False)) == 7
    else:
        with pytest.raises(ValueError, match="colour"):
            read_colour(text, of_the_terminal=True)


def test_contrast_is_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1
    assert "bright-blue" in TERMINAL_COLOURS


@pytest.mark.parametrize(
    ("choice", "project", "theme"),
    [
        (ThemeChoice(), "", DARK),
        (ThemeChoice(fitting=TERMINAL), "auto", TERMINAL),
        (ThemeChoice(general="a"), "", "a"),
        (ThemeChoice(general="a"), "auto", "a"),
        (ThemeChoice(general="a"), "b", "b"),
        (ThemeChoice(forced="c", general="a"), "b", "c"),
        (ThemeChoice(forced="auto", general="a"), "b", "b"),
        (ThemeChoice(forced="c").with_chosen("d"), "", "d"),
        (ThemeChoice(forced="c").with_chosen("d"), "b", "b"),
    ],
)
def test_the_strongest_word_decides(choice: ThemeChoice, project: str, theme: str) -> None:
    assert choice.of(project) == theme


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({"COLORTERM": "truecolor"}, DARK),
        ({"COLORTERM": "truecolor", "COLORFGBG": "0;15"}, LIGHT),
        ({"COLORTERM": "truecolor", "COLORFGBG": "15;default;0"}, DARK),
        ({}, TERMINAL),
        ({"COLORTERM": "truecolor", "SSH_TTY": "/dev/pts/1"}, TERMINAL),
        ({"COLORTERM": "truecolor", "SSH_CONNECTION": "1"}, TERMINAL),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, TERMINAL),
    ],
)
def test_without_a_word_the_theme_fits_the_terminal(
    environment: dict[str, str], theme: str
) -> None:
    assert fitting_theme(environment) == theme
