"""The sole writer of stdout and stderr.

Data goes to stdout, as safe text or JSON; what went wrong goes to stderr. Characters that the
terminal's encoding lacks are escaped, never an error. A reader that went away, as `head` does,
ends the command quietly; a full disk is said.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from rctui.api.errors import ApiError
from rctui.config.errors import ConfigProblems
from rctui.errors import RctuiError
from rctui.exports.json_text import data_json, error_json
from rctui.text.error_words import WHOLE, error_words
from rctui.text.safe_text import SafeText, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 2000
"""Characters of a message that are shown: paths and ids can be long."""


class OutputFailed(RctuiError):
    """What a command found could not be written."""


def print_lines(lines: Iterable[SafeText]) -> None:
    """Safe text on stdout."""
    _write(sys.stdout, "".join(f"{line.plain}\n" for line in lines))


def print_data(data: object) -> None:
    """A JSON document on stdout."""
    _write(sys.stdout, data_json(data) + "\n")


def print_document(text: str) -> None:
    """A document that is JSON already, on stdout."""
    _write(sys.stdout, text + "\n")


def print_error(error: RctuiError, *, as_json: bool) -> None:
    """Why a command failed, on stderr."""
    _write(sys.stderr, _error_text(error, as_json) + "\n")


def complain(words: SafeText) -> None:
    """One plain line on stderr."""
    _write(sys.stderr, f"rctui: {words.plain}\n")


def _error_text(error: RctuiError, as_json: bool) -> str:
    if as_json:
        status = error.status if isinstance(error, ApiError) else None
        request_id = error.request_id if isinstance(error, ApiError) else None
        kind = type(error).__name__
        return error_json(
            kind, error.message, status=status, request_id=request_id, hint=error.hint
        )
    if isinstance(error, ConfigProblems) and len(error.problems) > 1:
        return _problems_text(error)
    return f"rctui: {error_words(error, limit=WHOLE).plain}"


def _problems_text(error: ConfigProblems) -> str:
    title = phrase("{}: {} problems", safe(error.source), len(error.problems))
    lines = [phrase("  {}", safe(line, limit=_LONGEST)) for line in error.lines]
    return "rctui: " + "\n".join(line.plain for line in [title, *lines, safe(error.hint)])


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by whoever started the program, as in `>&-`
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        _let_go(stream)
    except OSError as error:
        _let_go(stream)
        raise OutputFailed(f"The output can't be written: {error.strerror}.") from error


def _let_go(stream: TextIO) -> None:
    """Send the rest nowhere, or Python would fail on it once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
