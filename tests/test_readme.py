"""What the README says is so."""

from __future__ import annotations

from tests.readme import README, TABLES, filled

AGAIN = "python -m tests.readme writes the tables anew"


def test_the_tables_are_those_of_the_code() -> None:
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text, AGAIN
    assert all(f"<!-- begin {name} -->" in text for name in TABLES)


def test_the_first_two_commands_are_one_line_each() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    commands = [line.strip() for line in lines if line.strip().startswith("python3 -m venv")]
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/rctui demo")
    assert commands[1].endswith(".venv/bin/pytest")
