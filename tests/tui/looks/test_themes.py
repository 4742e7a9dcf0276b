"""Every shipped theme can be read, as it is defined and as the screens really paint it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from rctui.config.colours import contrast, linear
from rctui.config.themes import BACKGROUNDS, TEXTS, Themes, pairs
from rctui.text.safe_text import label
from rctui.tui.starting import ScreenOptions, build_app
from tests.stories.program import Operator, demo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tui.app import RctuiApp

LEAST: Final = {
    "rctui-dark": 4.5,
    "rctui-light": 4.5,
    "rctui-cvd": 4.5,
    "rctui-high-contrast": 7.0,
}
Matrix = tuple[tuple[float, float, float], ...]
EYES: Final[dict[str, Matrix]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira and Fernandes 2009, at full strength, in linear light.
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
BLANKS_AND_BARS: Final = " " + "".join(map(chr, range(0x2580, 0x25A0)))
FAR_APART: Final = 30.0
"""A distance in CIELAB that is seen at a glance; 2.3 is just noticeable."""


@pytest.mark.parametrize("name", LEAST)
def test_all_words_can_be_read_on_all_they_are_put_on(name: str) -> None:
    found = list(pairs(Themes().read(name)))
    assert len(found) == len(TEXTS) * len(BACKGROUNDS) + 1
    assert [pair for pair in found if pair.ratio < LEAST[name]] == []


@pytest.mark.parametrize("name", LEAST)
@pytest.mark.parametrize(
    "keys",
    [
        "f",  # Find, its box empty with words that say what goes there
        "",  # a customer
        "4",
        ":",  # the palette
        "a",
        "?",
        "y",
        "G",  # a dialog
        "!",
        "h",
    ],
)
async def test_all_that_is_painted_can_be_read(name: str, keys: str) -> None:
    """Looks at the cells of real screens, so that no rule of the toolkit mixes a colour."""
    app = build_app(demo(customers=20), ScreenOptions("user_42", theme=name))
    app.session.worker.start()
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            operator = Operator(app, pilot)
            await operator.sees("Has pro until")
            await operator.press(*keys)
            app.say(label("done"))
            app.say_trouble(label("not done"))
            await operator.settles()
            faint = {
                (text, front, back): ratio
                for text, front, back in painted(app)
                if (ratio := contrast(front, back)) < LEAST[name]
            }
    finally:
        app.session.worker.close()
    assert faint == {}


def painted(app: RctuiApp) -> set[tuple[str, str, str]]:
    """Every piece of text on the screen with its two colours as it is sent to the terminal."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if not segment.text.strip(BLANKS_AND_BARS) or style is None:
                continue
            assert style.color is not None, segment
            assert style.bgcolor is not None, segment
            front, back = (one.get_truecolor().hex for one in (style.color, style.bgcolor))
            if style.reverse:
                front, back = back, front
            found.add((segment.text.strip(), front, back))
    return found


@pytest.mark.parametrize("eyes", EYES)
def test_tones_stay_apart_for_eyes_that_see_fewer_colours(eyes: str) -> None:
    colours = Themes().read("rctui-cvd").colours
    seen = {
        tone: lab(*(apply(row, linear(colours[tone])) for row in EYES[eyes]))
        for tone in ("success", "warning", "error", "foreground")
    }
    for one, other in itertools.combinations(seen, 2):
        assert distance(seen[one], seen[other]) > FAR_APART, (one, other)


def test_the_measure_knows_red_from_green_only_where_eyes_do() -> None:
    reds, greens = (
        {eyes: lab(*(apply(row, linear(colour)) for row in EYES[eyes])) for eyes in EYES}
        for colour in ("#d04040", "#7a7a20")
    )
    assert distance(reds["usual"], greens["usual"]) > FAR_APART
    assert distance(reds["without green"], greens["without green"]) < FAR_APART


def apply(row: Sequence[float], light: tuple[float, float, float]) -> float:
    return min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))


def lab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (_root(value) for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116


def distance(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)
