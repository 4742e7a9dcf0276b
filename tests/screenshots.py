"""Pictures of the program, made by using it: `python -m tests.screenshots` writes them anew.

Clock, time zone, seed and size are fixed, so that a picture changes only when the program does.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.tui.starting import ScreenOptions, build_app
from rctui.wiring.demo import DemoOptions, open_demo
from tests.first_start_picture import first_start_app
from tests.picture_index import picture_index
from tests.picture_text import in_columns
from tests.scenes import LARGE, MEDIUM, SCENES, SMALL, Scene
from tests.simulated import NOW
from tests.stories.program import LIMIT_S, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rctui.tui.looks.themed_app import ThemedApp

FOLDER: Final = Path(__file__).parents[1] / "screenshots"
INDEX: Final = FOLDER / "README.md"
DARK: Final = "rctui-dark"
LIGHT: Final = "rctui-light"

_LIST: Final = "user_42\ncard_failing_in_retry\nnobody_at_all\nkim_tablet\n"
_WEB_FONT: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_MEASURED: Final = re.compile(r"(?<=>)(?:&#160;|[0-9a-f-])+(?=[&<])|[0-9.]+|(?:&#160;)+")
_IDS: Final = re.compile(r"terminal-\d+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene in one size and one theme."""

    scene: Scene
    size: tuple[int, int]
    theme: str

    def same(self, one: str, other: str) -> bool:
        """Whether two drawings show the same, apart from what is measured."""
        if not self.scene.measured:
            return one == other
        return _MEASURED.sub("", one) == _MEASURED.sub("", other)


def _pictures() -> dict[str, Picture]:
    """Each scene in its sizes; the two usual ones dark and light."""
    found = {}
    for name, scene in SCENES.items():
        for size in scene.sizes:
            stem = f"{name}-{size[0]}x{size[1]}"
            found[stem] = Picture(scene, size, scene.theme or DARK)
            if size in (SMALL, MEDIUM) and not scene.theme:
                found[f"{stem}-light"] = Picture(scene, size, LIGHT)
    return found


PICTURES: Final[Mapping[str, Picture]] = _pictures()
ALWAYS: Final = tuple(
    name for name, one in PICTURES.items() if one.theme == DARK and one.size not in (MEDIUM, LARGE)
)[::2]
"""Those that every test run draws again; the others are drawn on demand."""


async def draw(picture: Picture, limit_s: float = LIMIT_S) -> str:
    """Use the program and draw what is then on the screen, as SVG.

    Where a scene is not reached in time that is an AssertionError, and no picture.
    """
    if picture.scene.first_start:
        return await _drawn(first_start_app(picture.theme), picture, limit_s)
    opening = open_demo(DemoOptions(customers=150), clock=lambda: NOW)
    options = ScreenOptions(picture.scene.text, picture.theme)
    app = build_app(opening, options, now_ms=lambda: NOW, zone=UTC, guard_s=0)
    app.session.worker.start()
    try:
        return await _drawn(app, picture, limit_s)
    finally:
        app.session.worker.close()


async def _drawn(app: ThemedApp, picture: Picture, limit_s: float) -> str:
    async with app.run_test(size=picture.size, notifications=True) as pilot:
        operator = Operator(app, pilot)
        operator.limit_s = limit_s
        with tempfile.TemporaryDirectory(prefix="rctui") as folder, at_home_in(folder):
            await _act(operator, picture.scene, Path(folder))
        return _standing_alone(app.export_screenshot(title="rctui"))


@contextmanager
def at_home_in(folder: str) -> Iterator[None]:
    """As if it were the user's own folder: a path that is proposed is `~/…` everywhere."""
    before = os.environ.get("HOME")
    os.environ["HOME"] = folder
    try:
        with chdir(folder):
            yield
    finally:
        if before is None:
            del os.environ["HOME"]
        else:
            os.environ["HOME"] = before


async def _act(operator: Operator, scene: Scene, folder: Path) -> None:
    file = folder / "ids.txt"
    file.write_text(_LIST)
    for words, keys in scene.steps:
        await operator.sees(words)
        for key in keys.split():
            if key.startswith("="):
                await operator.paste(key[1:].replace("LIST", str(file)).replace("#", " "))
            else:
                await operator.press(key)
    await operator.sees(scene.seen)
    await operator.settles()
    operator.app.clear_notifications()
    await operator.settles()


def _standing_alone(svg: str) -> str:
    """Without a font from the web, with ids that don't change, and with blanks that stay."""
    preserved = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return in_columns(_IDS.sub("terminal", _WEB_FONT.sub("", preserved)))


def keep(file: Path, picture: Picture, svg: str) -> None:
    """Write a picture, unless the one that is there differs in nothing but what is measured."""
    if not (file.exists() and picture.same(svg, file.read_text(encoding="utf-8"))):
        file.write_text(svg, encoding="utf-8")


async def _write_all(names: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in names or PICTURES:
        keep(FOLDER / f"{name}.svg", PICTURES[name], await draw(PICTURES[name]))
    INDEX.write_text(picture_index(PICTURES), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_write_all(sys.argv[1:]))
