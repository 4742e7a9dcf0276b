"""Texts that want to be more than text, each under a name. All of them are our own.

An end user of some app can give any of these to an attribute, and many of them to the App User ID.
"""

from __future__ import annotations

from typing import Final

ESC: Final = "\x1b"
BEL: Final = "\x07"
ST: Final = f"{ESC}\\"

ASKING: Final = {
    "asks for the background": f"{ESC}]11;?{ST}",
    "asks for the foreground, bell": f"{ESC}]10;?{BEL}",
    "asks for a colour": f"{ESC}]4;1;?{ST}",
    "sets and asks for a colour": f"{ESC}]4;9;rgb:dd/bb/aa{ST}{ESC}]4;9;?{ST}",
    "asks for a setting": f"{ESC}P$qm{ST}",
    "asks for a capability": f"{ESC}P+q544e{ST}",
    "asks what it is": f"{ESC}[c",
    "asks which version": f"{ESC}[>c{ESC}[>q",
    "asks for the title": f"{ESC}[21t",
    "asks for the clipboard": f"{ESC}]52;c;?{BEL}",
    "asks whether it is well": f"{ESC}[5n{ESC}[6n",
    "asks as old terminals did": "\x05",
}
"""What makes a terminal answer, on the line of the keyboard."""

DRIVING: Final = {
    "fills the clipboard": f"{ESC}]52;c;cHduZWQ={BEL}",
    "names the window": f"{ESC}]0;pwned{BEL}after",
    "names it and never ends": f"{ESC}]2;open end",
    "links": f"{ESC}]8;;https://pwned.invalid/{ST}here{ESC}]8;;{ST}",
    "paints over": f"{ESC}[2J{ESC}[1;1HAll is well",
    "leaves the screen": f"{ESC}[?1049l{ESC}[?25lgone",
    "switches pastes off": f"{ESC}[?2004loff",
    "starts anew": f"{ESC}c",
    "colours": f"{ESC}[31;5mred{ESC}[0m",
    "application": f"{ESC}_Gpwned{ST}",
    "private": f"{ESC}^pwned{ST}{ESC}Xpwned{ST}",
    "scrolls away": f"{ESC}[99S{ESC}[3;4r",
    "another alphabet": f"{ESC}(0\x0equu\x0f",
    "one byte to begin": "\x9b31mred\x9d0;pwned\x9c\x90q\x9c\x85",
    "cut sequence": f"cut{ESC}[3",
    "lone escape": f"{ESC}{ESC} twice",
    "ends a paste": f"{ESC}[201~delete\rY",
}
"""What makes a terminal do something."""

CONTROLS: Final = {
    "all of C0": "".join(map(chr, range(0x20))),
    "all of C1": "".join(map(chr, range(0x80, 0xA0))),
    "rubout": "abc\x7f\x08\x08\x08xyz",
    "line ends": "one\ntwo\r\nthree\rfour",
    "tabs": "a\tb\t\tc",
    "other line ends": "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "nul": "before\x00after",
}

MARKUP: Final = {
    "unopened": "A[/b]B",
    "closes all": "A[/]B",
    "click": "A[@click=app.quit]press me[/]B",
    "click with words": "Ann[@click=screen.dismiss(True)] Lee[/]",
    "broken click": "[@click=app.bell(']x[/]",
    "variable": "[$error]x[/] $x {x} %s %(x)s",
    "red": "[red]x[/red] [bold]y",
    "swallowed": "Premium [lifetime] plan",
    "open end": "A[/",
    "backslash": "A\\[b]\\",
    "broken value": "[a=b c='d]x",
    "link": '[link="https://pwned.invalid"]x[/link]',
    "markdown": "[a](ssh://pwned.invalid) `b` **c** <d> &amp;",
}
"""What toolkits read as styles, links and actions."""

UNSEEN: Final = {
    "written backwards": "safe \u202egnp.exe\u202c end",
    "isolated": "a\u2066b\u2067c\u2068d\u2069e",
    "zero width": "us\u200ber_4\u200c2\u200d\u2060\ufeff",
    "tags": "a\U000e0041\U000e0042b",
    "soft hyphen": "pass\u00adword\u061c",
    "fillers": "a\u3164b\u115fc\uffa0d\u2800e",
    "odd spaces": "a\u00a0b\u2003c\u3000d\u202fe\u205ff",
    "composed": "caf\u00e9",
    "decomposed": "cafe\u0301",
    "look-alike": "\u0440\u0430ypal",
    "half a character": "a\ud800b\udfffc",
    "private use": "a\ue000b\U000f0000c\U0010fffdd",
    "no character": "a\uffffb\U0001ffffc\u0378d",
}
"""What is not seen, or not as it is."""

WIDE: Final = {
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467 end",
    "heart": "\u2764\ufe0f end",
    "keycap": "1\ufe0f\u20e3 end",
    "skin tone": "\U0001f44d\U0001f3fd end",
    "flag": "\U0001f1e9\U0001f1ea end",
    "new emoji": "\U0001fae9 end",
    "han": "漢字かな交じり文 end",
    "fullwidth": "ｆｕｌｌ end",
    "hangul in parts": "\u1112\u1161\u11ab end",
    "devanagari": "क्षत्रिय end",
    "hebrew and arabic": "שלום مرحبا end",
    "stacked": "Z" + "\u0351\u0321" * 30 + "algo end",
    "mark alone": "\u0301 end",
    "halfwidth": "ｶﾀｶﾅ end",
}
"""What terminals and tables disagree about the width of."""

OUR_SIGNS: Final = {
    "null": "null",
    "none": "None",
    "dash": "-",
    "not loaded": "not loaded",
    "not allowed": "Not allowed (customer_information:customers:read)",
    "failed": "Failed: nothing here",
    "code point": "<U+202E>",
    "picture": "␛[31m⏎⇥␡",
    "cut": "text…(+12)",
    "badge": "PROD [SANDBOX] HIGH RISK Verified",
    "applied": "APPLIED",
    "blank": " ",
    "empty": "",
}
"""What could be taken for words and signs of this program's own."""

LONG: Final = {
    "a megabyte": "x" * 1_000_000,
    "a megabyte of han": "漢" * 350_000,
    "many lines": "line\n" * 100_000,
    "no blank": "https://example.com/" + "a" * 1480,
}

SHORT: Final[dict[str, str]] = {
    **ASKING, **DRIVING, **CONTROLS, **MARKUP, **UNSEEN, **WIDE, **OUR_SIGNS
}  # fmt: skip
ALL: Final[dict[str, str]] = SHORT | LONG
