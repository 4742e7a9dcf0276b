"""What an API key looks like, judged without ever showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rctui.secret import Secret

LONGEST: Final = 1000
_PUBLIC: Final = (
    "amzn_", "appl_", "galx_", "goog_", "mac_", "paddle_", "pdl_", "rcb_", "roku_", "strp_",
    "test_", "web_",
)  # fmt: skip
"""How the SDK keys begin that ship inside apps; the API of this program refuses them."""


def why_no_key(secret: Secret) -> str:
    """What is wrong with a key, as in "is empty"; an empty text where nothing is.

    A key that HTTP can't carry would otherwise turn up whole in the error of some library.
    """
    text = secret.reveal()
    if not text.strip():
        return "is empty"
    if not text.isascii():
        return "holds characters beyond ASCII"
    if any(character.isspace() for character in text):
        return "holds a space or a line end"
    if not text.isprintable():
        return "holds a control character"
    if text.startswith(_PUBLIC):
        return "is a public SDK key; a secret key (version 2) is needed, it begins with sk_"
    return f"is longer than {LONGEST} characters" if len(text) > LONGEST else ""
