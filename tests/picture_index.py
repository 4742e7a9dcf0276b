"""The list of all pictures, as `screenshots/README.md`: a row for each scene, a column a size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD: Final = """\
# Every picture

Made by using the program on the simulated RevenueCat: `python -m tests.screenshots` writes them and
this list anew, and a test compares. A row is a scene of `tests/scenes.py`, a column a terminal's
size; scenes that are called theme-… are in that theme alone.
"""


def picture_index(names: Iterable[str]) -> str:
    """The list of pictures by their names, such as `customer-80x24-light`."""
    cells: dict[str, dict[tuple[int, int], list[str]]] = {}
    for name in names:
        scene, size, light = _parts(name)
        link = f"[{light or ('picture' if scene.startswith('theme-') else 'dark')}]({name}.svg)"
        cells.setdefault(scene, {}).setdefault(size, []).append(link)
    sizes = sorted({size for by_size in cells.values() for size in by_size})
    head = ["scene", *(f"{width}x{height}" for width, height in sizes)]
    rows = [head, ["---"] * len(head)]
    for scene, by_size in cells.items():
        rows.append([scene, *(" ".join(by_size.get(size, [])) for size in sizes)])
    return _HEAD + "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _parts(name: str) -> tuple[str, tuple[int, int], str]:
    whole, is_light = name.removesuffix("-light"), name.endswith("-light")
    scene, _, size = whole.rpartition("-")
    width, height = map(int, size.split("x"))
    return scene, (width, height), "light" if is_light else ""
