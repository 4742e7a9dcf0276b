"""Keeps the columns of a whole frame where they belong, whatever the terminal makes of its text."""

from __future__ import annotations

import re
from typing import Final

from rctui.tui.driver.cells import clusters, is_disputed, is_plain

_TOKEN: Final = re.compile(
    r"\x1b\[\d+;(?P<column>\d+)H|\x1b\[[\d;]*m|\n+|(?P<text>[^\x1b\n]+)|\x1b"
)


def placed(frame: str) -> str:
    """The guarded frame, with the cursor put right behind each cluster of a disputed width.

    A terminal that gives a letter and its mark, or an emoji, another number of cells than Textual
    would otherwise shift the rest of the row.
    """
    if is_plain(frame):
        return frame
    sent, column = [], 0
    for token in _TOKEN.finditer(frame):
        part = token[0]
        if token["column"]:
            column = int(token["column"])
        elif token["text"] and column:
            part, column = _placed_text(part, column)
        sent.append(part)
    return "".join(sent)


def _placed_text(text: str, column: int) -> tuple[str, int]:
    """The text as it is sent, and the column behind it; columns are counted from 1."""
    if is_plain(text):
        return text, column + len(text)
    sent = []
    for cluster, width in clusters(text):
        if is_disputed(cluster):
            blanks = f"{' ' * width}\x1b[{column}G" if width > 1 else ""
            column += width
            sent.append(f"{blanks}{cluster}\x1b[{column}G")
        else:
            column += width
            sent.append(cluster)
    return "".join(sent), column
