"""Every command and every example: understood, JSON where asked, quiet when nobody reads on."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest

from rctui.cli.about import EPILOG, about, examples
from rctui.cli.arguments import COMMANDS, parse
from rctui.cli.command_line import command_parser
from rctui.config.settings import Settings
from rctui.config.themes import Themes
from tests.command_line import rctui

README = Path(__file__).parents[2] / "README.md"
IDS = "user_42\nkim_phone\n"

DEMO = [
    ("find", "user_42", "--demo"),
    ("find", "user_42", "--demo", "--every-project"),
    ("show", "user_42", "--demo"),
    ("show", "user_42", "--demo", "--section", "timeline"),
    ("export", "user_42", "--demo"),
    ("bulk", "plan", "ids.txt", "--credit", "GLD=5", "--demo"),
    ("check", "--demo"),
    ("journal",),
    ("config", "path"),
    ("config", "show"),
    ("config", "schema"),
    ("themes", "list"),
    ("themes", "check"),
]


def typed(text: str) -> list[str]:
    """The command lines of a help text or a page, without what a shell does with them."""
    lines = re.findall(r"^ +(?:[A-Z_]+=\S+ )*(rctui(?: .*)?)$", text, re.MULTILINE)
    parts = [re.split(r"\s{2,}|\s[|]\s|\s&&\s|\s>\s|\s#\s", line)[0] for line in lines]
    return [part for part in parts if "..." not in part]


WRITTEN = {
    *typed(EPILOG),
    *(line for command in COMMANDS for line in typed(examples(command))),
    *typed(README.read_text(encoding="utf-8")),
}


@pytest.mark.parametrize("line", sorted(WRITTEN))
def test_every_example_in_the_help_and_the_readme_is_understood(line: str) -> None:
    words = shlex.split(line)[1:]
    try:
        understood = parse(words)
    except SystemExit as end:
        assert end.code == 0, line  # noqa: PT017 - `--help` ends so
    else:
        assert words == [] or understood.command == (words[0] if words[0] in COMMANDS else "")


def test_there_are_examples_of_every_command() -> None:
    for command in COMMANDS:
        assert about(command), command
        assert any(line.split()[1:2] == [command] for line in typed(examples(command))), command
    assert len(WRITTEN) > 40


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_80_columns_and_explains_every_flag(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    parser = command_parser(command)
    shown = parser.format_help()
    assert [line for line in shown.splitlines() if len(line) > 80] == []
    for action in parser._actions:
        assert action.help, f"{command} {action.dest} is not explained"
    assert command == "demo" or "exit codes: 0" in shown


@pytest.mark.parametrize("words", DEMO, ids=" ".join)
def test_json_is_one_versioned_document_and_plain_is_what_is_usual(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "ids.txt").write_text(IDS)
    ended = in_folder(tmp_path, *words, "--json")
    assert ended.returncode == 0, ended.stderr
    document = json.loads(ended.stdout)
    assert (document["version"], set(document)) == (1, {"version", "data"})
    plain = in_folder(tmp_path, *words, "--plain")
    assert plain.returncode == 0, plain.stderr
    if words != ("config", "schema"):
        assert not plain.stdout.startswith("{")
    assert "\x1b" not in plain.stdout


def in_folder(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder that is its home, too."""
    return subprocess.run(
        [sys.executable, "-m", "rctui", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=folder,
        env={"HOME": str(folder), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "words",
    [
        ("show", "user_42", "--demo"),
        ("show", "user_42", "--demo", "--json"),
        ("export", "user_42", "--demo", "-o", "-"),
        ("find", "user_42", "--demo"),
        ("check", "--demo"),
        ("themes", "list"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_nobody_who_reads_on_is_no_error(words: tuple[str, ...], tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "rctui", *words],
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        env={"HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("find", ""), 2, "nothing to look for"),
        (("find", "  ", "--every-project"), 2, "nothing to look for"),
        (("show", "nobody", "--demo"), 5, "'rctui find' also knows e-mails"),
        (("export", "nobody", "--demo"), 5, "'rctui find' also knows e-mails"),
        (("bulk", "plan", "nofile", "--demo"), 2, "There is no file nofile."),
        (("bulk", "apply", "nofile", "--demo"), 2, "rctui bulk plan FILE"),
        (("restore", "nofile"), 2, "There is no file nofile."),
        (("themes", "check", "nope"), 2, "There are: rctui-cvd"),
        (("journal", "--since", "soon"), 2, "Such as 7d"),
        (("watch", "user_42", "--demo", "--until", "rain"), 2, "It waits for"),
        (("export", "user_42", "--demo", "-o", "-", "--format", "csv"), 2, "-o FOLDER"),
        (("--nonsense",), 2, "See: rctui --help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_can_not_be_done_says_what_to_do_next(
    words: tuple[str, ...], code: int, says: str, tmp_path: Path
) -> None:
    ended = rctui(tmp_path, *words)
    assert (ended.code, ended.out) == (code, "")
    assert says in ended.err
    assert ended.err.startswith("rctui: ")
    as_json = rctui(tmp_path, *words, "--json")
    assert as_json.code == code
    assert json.loads(as_json.err)["error"]["message"]


def shown_toml(text: str) -> list[str]:
    """The indented pieces of a page that are TOML."""
    pieces = re.findall(r"(?:^    .*\n)+", text, re.MULTILINE)
    return [textwrap.dedent(one) for one in pieces if one.lstrip().startswith("[")]


def test_every_piece_of_configuration_that_the_readme_shows_is_one() -> None:
    pieces = shown_toml(README.read_text(encoding="utf-8"))
    assert pieces
    for piece in pieces:
        Settings.model_validate(tomllib.loads(piece))


def test_the_theme_that_the_help_shows_can_be_used(tmp_path: Path) -> None:
    lines = [line for line in about("themes").splitlines() if re.match(r"  \w+ = ", line)]
    (tmp_path / "night.toml").write_text("\n".join(line.strip() for line in lines))
    assert len(lines) == 2
    assert Themes(tmp_path).read("night").dark
