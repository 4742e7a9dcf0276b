"""An argument parser that complains in the form that was asked for."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from rctui.errors import ExitCode, RctuiError

if TYPE_CHECKING:
    from collections.abc import Sequence


class UsageError(RctuiError):
    """A command line that makes no sense."""

    exit_code: ExitCode = ExitCode.USAGE


class Parser(argparse.ArgumentParser):
    """Ends the process with 2; on stderr a sentence, or JSON where `--json` was given."""

    def __init__(
        self, prog: str, *, as_json: bool, about: str = "", epilog: str = "", usage: str = ""
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage or None,
            description=about or None,
            epilog=epilog or None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.as_json = as_json

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """What was typed. Ends the process where a part of it is not known."""
        options, unknown = self.parse_known_args(argv)
        if unknown:
            from rctui.cli.unknown_arguments import advice

            command = self.prog.removeprefix("rctui").strip()
            parts = [advice(command, unknown, self._option_string_actions), self._see]
            message = f"unrecognized arguments: {' '.join(unknown)}."
            self.refuse(message, hint=" ".join(part for part in parts if part))
        return options

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense and end the process."""
        self.refuse(f"{message}.", hint=self._see)

    @property
    def _see(self) -> str:
        return f"See: {self.prog} --help"

    def refuse(self, message: str, *, hint: str) -> NoReturn:
        """The same with something better to do next."""
        from rctui.config.errors import masked
        from rctui.headless.output import print_error

        # argparse quotes what was typed, which may hold anything, a key in the wrong place too.
        error = UsageError(masked(message), hint=hint)
        print_error(error, as_json=self.as_json)
        sys.exit(error.exit_code)
