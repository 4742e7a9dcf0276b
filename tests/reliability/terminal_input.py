"""What may arrive on the line of the keyboard without anybody pressing a key. All of it our own."""

from __future__ import annotations

from typing import Final

ESC: Final = "\x1b"
BEL: Final = "\x07"
ST: Final = f"{ESC}\\"

ANSWERS: Final = {
    "background": f"{ESC}]11;rgb:dddd/bbbb/aaaa{ST}",
    "foreground, bell": f"{ESC}]10;rgb:0000/dddd/yyyy{BEL}",
    "a colour": f"{ESC}]4;9;rgb:dd/bb/yy{ST}",
    "clipboard": f"{ESC}]52;c;RGVsZXRlCnkK{BEL}",
    "title": f"{ESC}]lDelete y G C{ST}",
    "icon": f"{ESC}]Ly{ST}",
    "a setting": f"{ESC}P1$r0;31m{ST}",
    "no such setting": f"{ESC}P0$r{ST}",
    "capability": f"{ESC}P1+r544e=787465726d{ST}",
    "version": f"{ESC}P>|XTerm(379){ST}",
    "what it is": f"{ESC}[?64;1;2;6;9;15;18;21;22c",
    "what it is, more": f"{ESC}[>41;379;0c",
    "unit": f"{ESC}P!|00000000{ST}",
    "well": f"{ESC}[0n",
    "place": f"{ESC}[12;40R",
    "graphics": f"{ESC}_Gi=31;OK{ST}",
    "mode": f"{ESC}[?2026;2$y",
    "keyboard": f"{ESC}[?1u",
    "windows size": f"{ESC}[8;24;80t",
    "focus": f"{ESC}[O{ESC}[I" * 20,
}
ODD_BYTES: Final = {
    "one-byte CSI": b"\x9b?64;1c",
    "no UTF-8": b"\xff\xfe\xc3\x28",
    "Latin-1": "é".encode("latin-1"),
    "cut in a character": "漢".encode()[:2],
    "mouse far away": b"\x1b[<0;99999;99999M\x1b[<0;0;0M\x1b[<0;99999;99999m",
    "mouse, old form": b"\x1b[M\x20\xff\xff",
    "window of 65000": b"\x1b[48;65000;65000;0;0t",
    "window of nothing": b"\x1b[48;0;0;0;0t",
    "nothing but controls": bytes(code for code in range(0x20) if code not in b"\x03\x04\x1b\x11"),
}
ORDERS: Final = "delete\rY\ry\rG\rC\r+500\r"
PASTES: Final = {
    "orders": f"{ESC}[200~{ORDERS}{ESC}[201~",
    "an end within": f"{ESC}[200~harmless{ESC}[201~{ESC}[201~",
    "sequences within": f"{ESC}[200~{ESC}[31m{ESC}]52;c;eA=={BEL}\x9b1m{ESC}[201~",
    "two at once": f"{ESC}[200~a{ESC}[200~b{ESC}[201~",
    "nothing": f"{ESC}[200~{ESC}[201~",
    "many lines": f"{ESC}[200~" + "line y\n" * 300 + f"{ESC}[201~",
    "no end": f"{ESC}[200~y\ry\r",
}
