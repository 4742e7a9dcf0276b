"""The JSON that commands print: versioned, exact, and safe on a terminal.

Everything outside ASCII is escaped, so that no value can drive a terminal and lone surrogates
survive.
"""

from __future__ import annotations

import json

VERSION = 1


def data_json(data: object) -> str:
    """What a command found."""
    return _document({"version": VERSION, "data": data})


def data_line(data: object) -> str:
    """The same on one line: one of many."""
    text = json.dumps({"version": VERSION, "data": data}, ensure_ascii=True, default=dict)
    return text.replace("\x7f", "\\u007f")


def error_json(
    type_: str, message: str, *, status: int | None, request_id: str | None, hint: str
) -> str:
    """Why a command failed."""
    error = {
        "type": type_,
        "message": message,
        "status": status,
        "request_id": request_id,
        "hint": hint,
    }
    return _document({"version": VERSION, "error": error})


def _document(document: object) -> str:
    # DEL is the one control character that JSON leaves as it is.
    text = json.dumps(document, indent=2, ensure_ascii=True, default=dict)
    return text.replace("\x7f", "\\u007f")


def raw_json(value: object) -> str:
    """What a server sent, indented and exact: nothing is escaped that JSON itself does not."""
    return json.dumps(value, indent=2, ensure_ascii=False, default=dict)
