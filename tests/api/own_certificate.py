"""A key and a certificate for 127.0.0.1, made anew: no private key has to be kept for a test.

The certificate signs itself with ECDSA on P-256, as FIPS 186-4 and RFC 5280 describe it.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_P: Final = 2**256 - 2**224 + 2**192 + 2**96 - 1
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_BASE: Final = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_CURVE: Final = bytes.fromhex("06082a8648ce3d030107")
_EC_KEY: Final = bytes.fromhex("06072a8648ce3d0201")
_ECDSA_SHA256: Final = bytes.fromhex("300a06082a8648ce3d040302")

_Point = tuple[int, int]


def key_and_certificate(file: Path) -> Path:
    """Write both into `file` as PEM, readable by the owner alone."""
    secret = secrets.randbelow(_ORDER - 1) + 1
    inner = _sequence(_whole(1), _tagged(0x04, secret.to_bytes(32)), _tagged(0xA0, _CURVE))
    file.touch(mode=0o600)
    file.write_text(_pem("EC PRIVATE KEY", inner) + _pem("CERTIFICATE", _signed(secret)), "ascii")
    return file


def _signed(secret: int) -> bytes:
    x, y = _times(secret, _BASE)
    point = _bits(b"\x04" + x.to_bytes(32) + y.to_bytes(32))
    name = _sequence(_tagged(0x31, _sequence(bytes.fromhex("0603550403"), _text("127.0.0.1"))))
    told = _sequence(
        _tagged(0xA0, _whole(2)),
        _whole(secrets.randbits(64)),
        _ECDSA_SHA256,
        name,
        _sequence(_tagged(0x18, b"20200101000000Z"), _tagged(0x18, b"21200101000000Z")),
        name,
        _sequence(_sequence(_EC_KEY, _CURVE), point),
        _tagged(0xA3, _sequence(*_extensions())),
    )
    return _sequence(told, _ECDSA_SHA256, _bits(_signature(secret, told)))


def _extensions() -> list[bytes]:
    may_sign = _sequence(_tagged(0x01, b"\xff"))
    return [
        _extension("0603551d13", may_sign, critical=True),
        _extension("0603551d0f", _tagged(0x03, b"\x02\x84"), critical=True),
        _extension("0603551d0e", _tagged(0x04, bytes(20))),
        _extension("0603551d11", _sequence(_tagged(0x87, bytes([127, 0, 0, 1])))),
    ]


def _extension(name: str, value: bytes, *, critical: bool = False) -> bytes:
    weight = _tagged(0x01, b"\xff") if critical else b""
    return _sequence(bytes.fromhex(name), weight, _tagged(0x04, value))


def _signature(secret: int, told: bytes) -> bytes:
    digest = int.from_bytes(hashlib.sha256(told).digest())
    once = secrets.randbelow(_ORDER - 1) + 1
    r = _times(once, _BASE)[0] % _ORDER
    s = pow(once, -1, _ORDER) * (digest + r * secret) % _ORDER
    return _sequence(_whole(r), _whole(s))


def _times(factor: int, point: _Point) -> _Point:
    result: _Point | None = None
    for bit in f"{factor:b}":
        if result is not None:
            result = _sum(result, result)
        if bit == "1":
            result = point if result is None else _sum(result, point)
    assert result is not None
    return result


def _sum(one: _Point, other: _Point) -> _Point:
    (x1, y1), (x2, y2) = one, other
    if one == other:
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, _P)
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, _P)
    x = (slope * slope - x1 - x2) % _P
    return x, (slope * (x1 - x) - y1) % _P


def _tagged(tag: int, content: bytes) -> bytes:
    size = len(content)
    short = bytes([size]) if size < 128 else b""
    return bytes([tag]) + (short or b"\x82" + size.to_bytes(2)) + content


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, b"".join(parts))


def _whole(number: int) -> bytes:
    return _tagged(0x02, number.to_bytes(number.bit_length() // 8 + 1))


def _bits(content: bytes) -> bytes:
    return _tagged(0x03, b"\x00" + content)


def _text(words: str) -> bytes:
    return _tagged(0x0C, words.encode("ascii"))


def _pem(kind: str, content: bytes) -> str:
    lines = textwrap.fill(base64.b64encode(content).decode("ascii"), 64)
    return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----\n"
