from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rctui.tui.driver.looks import PLAIN, Palette
from tests.tui.driver.frames import CONSOLE, Painter, Shown

COLOURS = [
    "",
    "39",
    "31",
    "97",
    "38;5;100",
    "38;2;1;2;3",
    "49",
    "41",
    "107",
    "48;5;9",
    "48;2;9;9;9",
]
PARAMETERS = st.lists(st.sampled_from([*"1345790", *COLOURS]), max_size=6).map(";".join)


@given(PARAMETERS, PARAMETERS)
@example("1;31", "31")
@example("31;42", "0")
def test_a_change_of_looks_ends_in_the_look_itself(old: str, new: str) -> None:
    palette = Palette(erases_background=True)
    change = palette.change(palette.code(old), palette.code(new))
    assert shown(f"\x1b[0;{old}m{change}x") == shown(f"\x1b[0;{new}mx")
    assert len(change) <= len(f"\x1b[0;{new}m") or not new


def shown(sent: str) -> object:
    screen = Shown(3, 1)
    screen.feed(sent)
    return screen.cells()[0][0]


def test_the_looks_that_textual_makes_have_one_code_each() -> None:
    palette = Palette(erases_background=True)
    styles = [Painter(seed)._style() for seed in range(200)]
    rendered = {style._make_ansi_codes(CONSOLE._color_system) for style in styles}  # type: ignore[arg-type]
    codes = {palette.code(parameters) for parameters in rendered}
    assert len(codes) > 100
    assert all(palette.code(parameters) in codes for parameters in rendered)


def test_bold_outlasts_faint_though_one_code_ends_both() -> None:
    palette = Palette(erases_background=True)
    colour = "38;2;100;100;100"
    change = palette.change(palette.code(f"1;2;{colour}"), palette.code(f"1;{colour}"))
    assert change == "\x1b[22;1m"


def test_styles_add_up_until_they_are_reset() -> None:
    palette = Palette(erases_background=True)
    bold = palette.code("1")
    assert palette.code("31", bold) == palette.code("1;31")
    assert palette.code("0", bold) == PLAIN
    assert palette.code("", bold) == PLAIN


@pytest.mark.parametrize("parameters", ["38", "38;2", "48;5", ";;;", "999;38;7", "38;2;1;2", "000"])
def test_broken_parameters_lead_to_a_look_like_any_other(parameters: str) -> None:
    palette = Palette(erases_background=True)
    look = palette.code(parameters)
    change = palette.change(PLAIN, look)
    assert palette.code(change.removeprefix("\x1b[").removesuffix("m")) == look


@pytest.mark.parametrize(
    ("parameters", "with_background", "without"),
    [("", True, True), ("41", True, False), ("1;31", True, True), ("7", False, False),
     ("4;41", False, False), ("9", False, False)],
)  # fmt: skip
def test_blanks_are_erased_only_where_that_looks_the_same(
    parameters: str, with_background: bool, without: bool
) -> None:
    for erases_background, expected in ((True, with_background), (False, without)):
        palette = Palette(erases_background=erases_background)
        assert palette.can_erase(palette.code(parameters)) is expected


def test_running_out_of_codes_is_noticed() -> None:
    palette = Palette(erases_background=True)
    random = Random(1)
    while not palette.is_full:
        palette.code(f"38;2;{';'.join(str(random.randrange(256)) for _ in range(3))}")
    assert ord(palette.code("38;2;0;0;1")) < 0xD800
