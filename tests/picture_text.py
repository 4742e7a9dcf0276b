"""Puts each run of words of a picture where its column begins.

Rich draws a line as one text and says how long it is. Few programs that draw an SVG heed that:
with another font the end of the line would stand beside the heading it belongs to.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from rich.cells import cell_len

CELL: Final = 12.2
"""The width of a cell, as Rich draws it."""

_TEXT: Final = re.compile(
    r'<text class="(terminal-r\d+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"'
    r' clip-path="([^"]+)">([^<]*)</text>'
)
_BLANK: Final = "&#160;"
_WORDS: Final = re.compile(r"[^\xa0]+(?:\xa0[^\xa0]+)*")


def in_columns(svg: str) -> str:
    """The same picture, with a text of its own for whatever stands after two blanks or more."""
    return _TEXT.sub(_apart, svg)


def _apart(found: re.Match[str]) -> str:
    style, left, top, clip, escaped = found.groups()
    text = escaped.replace(_BLANK, "\xa0")
    return "".join(
        f'<text class="{style}" x="{float(left) + _width(text[: words.start()]):g}" y="{top}"'
        f' textLength="{_width(words[0]):g}" clip-path="{clip}">{_escaped(words[0])}</text>'
        for words in _WORDS.finditer(text)
    )


def _escaped(words: str) -> str:
    return words.replace("\xa0", _BLANK)


def _width(text: str) -> float:
    return round(cell_len(unescape(text)) * CELL, 1)
