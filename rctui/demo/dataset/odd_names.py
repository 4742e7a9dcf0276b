"""Names and texts that a program trips over: odd characters, and text that wants to be more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.dataset.draft import Draft, anonymous_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.demo.dataset.draft import Shop

ODD_IDS: Final = (
    "Zoë Ångström",
    "100% legit",
    "already%20encoded",
    "日本語のユーザー",
    "fox_\U0001f98a_den",
    "dots.and:colons@example.com",
    "a+b&c=d?e#f",
    "[bold]not markup[/bold]",
    "tab\there",
    "$RC_PREVIEW_MODE_USER",
    "x" * 300,
)

HOSTILE_ID: Final = "hostile_text"

HOSTILE_ATTRIBUTES: Final = {
    "$displayName": "\x1b[31mRed\x1b[0m \x1b]0;owned\x07Name",
    "$email": "mallory@example.com",
    "markup": "[red]x[/red] [/nope] [@click=app.quit]press me[/]",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "question": "\x1b[c\x1bP$qm\x1b\\\x05",
    "direction": "safe \u202egnp.exe\u202c \u2066isolated\u2069",
    "invisible": "zero\u200bwidth\u2060and\ufefftag\U000e0041s",
    "lines": "first\r\nsecond\rthird\u2028fourth\x00\x08\x7f",
    "c1": "\x9b31mCSI in one byte\x9c",
    "stacked": "Z" + "\u0351" * 40 + "algo",
    "wide": "\U0001f469\u200d\U0001f4bb 漢字 \U0001f1e9\U0001f1ea ｗｉｄｅ",
    "formula": '=HYPERLINK("http://127.0.0.1/","open")',
    "long": "lorem " * 83,
}


def customers(shop: Shop) -> Iterator[Draft]:
    """The odd ids, then the customer whose texts are hostile."""
    for customer_id in ODD_IDS:
        yield Draft(shop, customer_id, since=-80).using("IS", "web").holding(SLV=1)
    yield Draft(shop, anonymous_id("never logged in"), since=-9).using("US", "iOS")
    hostile = Draft(shop, HOSTILE_ID, since=-66).using("\x1b[2J", "[red]iOS", "\u202e1.4.6")
    hostile.described(HOSTILE_ATTRIBUTES).known_as("alias\x1b[5mblink", "[@click=app.bell]alias")
    yield hostile.subscribed("pro_monthly_ios", since=-20, until=9)
