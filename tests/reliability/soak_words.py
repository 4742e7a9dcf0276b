"""What terminals answer by themselves, and what is pasted and typed, sensible or not."""

from __future__ import annotations

from typing import Final

REPLIES: Final = (
    b"\x1b]11;rgb:dddd/bbbb/aaaa\x1b\\",
    b"\x1b]4;1;rgb:dd/bb/aa\x07",
    b"\x1bP1$r0;1mGRyD\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP>|XTerm(379)y\x1b\\",
    b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    b"\x1b[>41;379;0c",
    b"\x1b[3;5R",
    b"\x1b_Gi=31;OKyyGRD\x1b\\",
    b"\x1b]52;c;eXl5\x1b\\",
    b"\x1b]lPWNED yGRTD\x1b\\",
    b"\x1b[?1;2$y",
    b"\x1b[?0u",
)
PASTES: Final = (
    "delete\ry\ry\r", "y", "yyyy\ny\n", "T-1", "GLD+500", "\x1b[201~yRGD\r", "a" * 5_000,
    "[@click=app.quit()]y[/]", "héllo wörld 🦊\x00\x07",
)  # fmt: skip
ODD_WORDS: Final = (
    "", " ", "x" * 60, "=", "../..", "[/red]", "🦊", "-1", "99999999999999", "0", "y", "GLD",
    "a=b=c", '"', "pro,plus", "1d 2d", "2020-01-01", "none", "$RCAnonymousID:x",
)  # fmt: skip
ENDS: Final = ("7", "30d", "1mo", "fri 18:00", "+10d")
