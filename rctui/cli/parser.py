"""An argument parser that complains in the form that was asked for."""

from __future__ import annotations

import argparse
import sys
from typing import ClassVar, NoReturn

from rctui.errors import ExitCode, RctuiError


class UsageError(RctuiError):
    """A command line that makes no sense."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


class Parser(argparse.ArgumentParser):
    """Ends the process with 2; on stderr a sentence, or JSON where `--json` was given."""

    def __init__(self, prog: str, *, as_json: bool, about: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=about or None,
            epilog=epilog or None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.as_json = as_json

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense and end the process."""
        self.refuse(message, hint=f"See: {self.prog} --help")

    def refuse(self, message: str, *, hint: str) -> NoReturn:
        """The same with something better to do next."""
        from rctui.headless.output import print_error

        # argparse quotes what was typed, which may hold anything.
        error = UsageError(message, hint=hint)
        print_error(error, as_json=self.as_json)
        sys.exit(error.exit_code)
