"""Answers that no server of RevenueCat's should give, byte for byte, and what must come of them."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.api.errors import AnswerUnreadable, LineLost
from tests.api.loopback import answer, says

if TYPE_CHECKING:
    from rctui.api.errors import ApiError
    from tests.api.loopback import Behaviour

HEAD: Final = b"HTTP/1.1 200 OK\r\n"
DEEP: Final = b'{"items":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
DOUBLE: Final = b'{"object":"list","items":[],"items":[{"id":"other"}]}'
HUGE_INTEGER: Final = b'{"items":[{"id":"a","created_at":' + b"9" * 5000 + b"}]}"
PAGE: Final = b"<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"


@dataclass(frozen=True)
class Odd:
    """One answer to a list, and the error it becomes: with these words, of this kind."""

    behaviour: Behaviour
    words: str
    kind: type[ApiError] = AnswerUnreadable
    repeated: bool = False
    """Whether a read asks again, because that may help."""


def body(data: bytes, words: str, **headers: str) -> Odd:
    """A proper 200 with an odd body."""
    return Odd(answer(data, **headers), words)


def lost(data: bytes) -> Odd:
    """Bytes and the end of the connection, which is no whole answer."""
    return Odd(says(data), "The answer was lost", LineLost, repeated=True)


ODD: Final[dict[str, Odd]] = {
    # no JSON
    "nothing": body(b"", "it is empty"),
    "blanks": body(b" \r\n\t ", "it is empty"),
    "a web page": body(PAGE, "it looks like a web page", Content_Type="text/html"),
    "a web page called JSON": body(b"\n " + PAGE, "web page", Content_Type="application/json"),
    "truncated JSON": body(b'{"object":"list","items":[{"id":"a"', "at character"),
    "two documents": body(b'{"items":[]}{"items":[]}', "Extra data"),
    "a byte order mark": body(b"\xef\xbb\xbf" + b'{"items":[]}', "byte order mark"),
    "UTF-16": body('{"items":[]}'.encode("utf-16"), "byte order mark or is UTF-16"),
    "UTF-16 without its mark": body('{"items":[]}'.encode("utf-16-le"), "UTF-16"),
    "Latin-1": body('{"items":[{"id":"Zoë"}]}'.encode("latin-1"), "it is not UTF-8 from byte"),
    "NUL bytes": body(b"\x00" * 50, "UTF-16"),
    "JavaScript": body(b"{items:[]}", "property name"),
    "single quotes": body(b"{'items':[]}", "property name"),
    "NaN": body(b'{"items":[{"id":"a","created_at":NaN}]}', "NaN is not a JSON number"),
    "Infinity": body(b'{"items":[],"x":-Infinity}', "-Infinity is not a JSON number"),
    "a number beyond floats": body(b'{"items":[],"x":1e999}', "a number that is too large"),
    "a huge integer": body(HUGE_INTEGER, "an integer of 5000 digits"),
    "deep nesting": body(DEEP, "nested"),
    "nesting just too deep": body(b'{"items":' + b"[" * 70 + b"]" * 70 + b"}", "64 levels"),
    "a key twice": body(DOUBLE, "appears twice in one object"),
    "escapes that are none": body(b'{"items":"\\x41"}', "escape"),
    "controls in the text": body(b'{"items":["\x1b[2J\x07"]}', "control character"),
    # JSON, but no list
    "null": body(b"null", "there are no items in it"),
    "a number": body(b"42", "there are no items in it"),
    "a text": body(b'"all good"', "there are no items in it"),
    "an empty object": body(b"{}", "there are no items in it"),
    "items that are an object": body(b'{"items":{"0":{}}}', "there are no items in it"),
    "items that are null": body(b'{"items":null}', "there are no items in it"),
    "an error called 200": body(
        b'{"object":"error","type":"server_error","message":"x"}', "an error although its status"
    ),
    # bodies and lengths
    "brotli": body(b"\x1b\x05", "encoding that was not asked for: br", Content_Encoding="br"),
    "zstd": body(b"\x28\xb5", "not asked for: zstd", Content_Encoding="zstd"),
    "deflate": body(b"x", "not asked for: deflate", Content_Encoding="deflate"),
    "gzip twice": body(gzip.compress(b"{}"), "gzip, gzip", Content_Encoding="gzip, gzip"),
    "an invented encoding": body(b"{}", "not asked for: rot13", Content_Encoding="rot13"),
    "gzip that is none": body(b"{}", "says that it is gzip and is not", Content_Encoding="gzip"),
    "more after the gzip": body(
        gzip.compress(b"{}") + b"x", "goes on after the end", Content_Encoding="gzip"
    ),
    "a gzip bomb": body(
        gzip.compress(bytes(64_000_000)), "larger than 8 MiB", Content_Encoding="gzip"
    ),
    "nine megabytes": body(b" " * 9_000_000, "larger than 8 MiB"),
    "a body without a length": Odd(says(HEAD + b"\r\n" + PAGE), "it looks like a web page"),
    # no whole answer
    "half of the status line": lost(b"HTTP/1.1 2"),
    "half of the headers": lost(HEAD + b"Content-Le"),
    "half of the body": lost(HEAD + b"Content-Length: 20\r\n\r\n{"),
    "half of a chunk": lost(HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n{"),
    "a chunk size that is none": lost(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
    "half of the gzip": Odd(
        says(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"{}")[:-4]),
        "The answer breaks off in the middle",
        LineLost,
        repeated=True,
    ),
    "two lengths": lost(HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} "),
    "a length that is none": lost(HEAD + b"Content-Length: many\r\n\r\n{}"),
    "a negative length": lost(HEAD + b"Content-Length: -1\r\n\r\n{}"),
    "headers without end": lost(HEAD + b"X: " + b"y" * 200_000),
    "a header with a control": lost(HEAD + b"X: a\x00b\r\nContent-Length: 2\r\n\r\n{}"),
    "no HTTP at all": lost(b"\x00\x01\x02 SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    "HTTP of a newer kind": Odd(says(b"HTTP/3.7 200 OK\r\n\r\n{}"), "no items in it"),
    "a status of four digits": lost(b"HTTP/1.1 2000 OK\r\n\r\n{}"),
    "a status of letters": lost(b"HTTP/1.1 OK\r\n\r\n{}"),
    "TLS in place of HTTP": lost(b"\x15\x03\x01\x00\x02\x02\x46"),
}
