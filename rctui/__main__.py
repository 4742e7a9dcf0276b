"""`python -m rctui`."""

from rctui.cli.main import run

run()
