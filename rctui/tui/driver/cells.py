"""Text as cells: one character for each, whatever the cell shows.

A row of the screen model is a string with one character per cell, so that rows can be compared
and searched quickly. The second cell of a wide character is `WIDE`; a cell of several code
points, or one whose width terminals don't agree on, is a code of plane 15.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN: Final = "\0"
"""A cell of which nobody knows what the terminal shows."""
WIDE: Final = "\uffff"
"""The cell that the character before it covers as well."""

CLUSTER: Final = re.compile(f"[\U000f0000-\U000fffff]{WIDE}*")
"""The cells of one coded cluster."""

_CLUSTERS_AT_MOST: Final = 0xFFFE
_REMEMBERED_TEXTS: Final = 4096
_FIRST: Final = 0xF0000
_DISPUTED_FROM: Final = 0x1F000
_FLAG_LETTERS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_ONE_CELL_EACH: Final = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2500-\u25fc"
    r"\u2800-\u28ff]*"
)


class Clusters:
    """Turns text into cells and back."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._codes: dict[str, str] = {}
        self._remembered: dict[str, str] = {}

    @property
    def is_full(self) -> bool:
        """Whether hardly any more clusters fit."""
        return len(self._texts) > _CLUSTERS_AT_MOST - 5000

    def cells(self, text: str) -> str:
        """The cells that the text covers. Marks at its beginning are left out: see `marks`."""
        if is_plain(text):
            return text
        cells = self._remembered.get(text)
        if cells is None:
            cells = "".join(self._cell(cluster, width) for cluster, width in clusters(text))
            if len(self._remembered) >= _REMEMBERED_TEXTS:
                self._remembered.clear()
            self._remembered[text] = cells
        return cells

    def marked(self, cells: str, marks: str) -> str:
        """The cells with the marks put on the last one."""
        base = cells.rstrip(WIDE)
        if not base:
            return cells
        return base[:-1] + self._code(self.text(base[-1]) + marks) + cells[len(base) :]

    def text(self, cells: str) -> str:
        """What to write so that cells without UNKNOWN appear."""
        cells = cells.replace(WIDE, "")
        if cells.isascii():
            return cells
        return CLUSTER.sub(lambda found: self._texts[ord(found[0]) - _FIRST], cells)

    def _cell(self, cluster: str, width: int) -> str:
        if width == 0:
            return ""
        return (self._code(cluster) if is_disputed(cluster) else cluster) + WIDE * (width - 1)

    def _code(self, cluster: str) -> str:
        code = self._codes.get(cluster)
        if code is None:
            if len(self._texts) >= _CLUSTERS_AT_MOST:
                return "\ufffd"
            code = self._codes[cluster] = chr(_FIRST + len(self._texts))
            self._texts.append(cluster)
        return code


def is_plain(text: str) -> bool:
    """Whether each character surely covers one cell."""
    return text.isascii() or _ONE_CELL_EACH.fullmatch(text) is not None


def is_disputed(cluster: str) -> bool:
    """Whether terminals have different ideas of how many cells a cluster covers."""
    return len(cluster) > 1 or ord(cluster) >= _DISPUTED_FROM


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """The clusters of a text and their widths; two letters of a flag, which Rich parts, are one."""
    letter = ""
    for start, end, width in split_graphemes(text)[0]:
        cluster = text[start:end]
        if cluster in _FLAG_LETTERS and not letter:
            letter = cluster
            continue
        if letter and cluster not in _FLAG_LETTERS:
            yield letter, 1
            yield cluster, width
        else:
            yield letter + cluster, width + len(letter)
        letter = ""
    if letter:
        yield letter, 1


def marks(text: str) -> str:
    """What at the beginning of the text belongs to the cell before it."""
    if text.isascii():
        return ""
    length = next((place for place, one in enumerate(text) if cell_len(one)), len(text))
    return text[:length]
