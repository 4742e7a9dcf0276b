from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rctui.cli import commands
from rctui.cli.arguments import COMMANDS, Arguments, _command_of, parse
from rctui.cli.command_line import SECTIONS, command_parser, parsed
from rctui.cli.config_arguments import Addition
from rctui.tui.customer.tabs import TABS


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("", Arguments()),
        ("ann@example.com", Arguments(text="ann@example.com")),
        ("demo", Arguments(command="demo", demo=True)),
        ("demo user_42", Arguments(command="demo", demo=True, text="user_42")),
        ("-- demo", Arguments(text="demo")),
        ("-- journal", Arguments(text="journal")),
        ("user journal", Arguments(text="user journal")),
        ("journal --since 7d", Arguments(command="journal", since="7d")),
        ("--since 7d journal", Arguments(command="journal", since="7d")),
        ("journal --unconfirmed", Arguments(command="journal", unconfirmed=True)),
        ("check --demo", Arguments(command="check", demo=True)),
        ("config path", Arguments(command="config", action="path")),
        ("--config f config show", Arguments(command="config", action="show", config="f")),
        (
            "config add --name a --project-id p --key-command op_read --risk high",
            Arguments(
                command="config",
                action="add",
                addition=Addition("a", "p", {"command": ["op_read"]}, risk="high"),
            ),
        ),
        ("--project acme demo", Arguments(command="demo", demo=True, project="acme")),
        ("--project demo", Arguments(project="demo")),
        ("user demo", Arguments(text="user demo")),
        ("show user_42 --json", Arguments(command="show", text="user_42", as_json=True)),
        ("--json find a b", Arguments(command="find", text="a b", as_json=True)),
        ("find --demo x", Arguments(command="find", text="x", demo=True)),
        ("--read-only --no-mouse", Arguments(read_only=True, mouse=False)),
        (
            "demo --customers 9 --seed 3 --latency 100",
            Arguments(command="demo", demo=True, customers=9, seed=3, latency_ms=100),
        ),
        (
            "demo --serve 127.0.0.1:8765",
            Arguments(command="demo", demo=True, serve="127.0.0.1:8765"),
        ),
    ],
)
def test_what_is_understood(typed: str, understood: Arguments) -> None:
    assert parse(typed.split()) == understood


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("show", "ID"),
        ("demo --serve 8765", "HOST:PORT"),
        ("demo --customers -1", "below zero"),
        ("--nonsense", "--nonsense"),
        ("config", "path|show|add|schema"),
        ("themes", "required: list|check."),
        ("demo --customers x", "x is no whole number"),
        ("show x --jsno", "Did you mean --json?"),
        ("show x --theme y", "arguments: --theme y. See: rctui show --help"),
        ("--demo", "rctui demo"),
        ("journal --demo", "rctui demo, then h"),
        ("restore x --demo", "rctui demo, then : and restore"),
        ("config path --demo", "leave --demo out"),
        ("themes list --demo", "leave --demo out"),
        ("demo --demo", "the command says it already"),
        ("config nothing", "schema"),
        ("check x", "unrecognized"),
        ("--json --plain", "not allowed with"),
        ("find x --customers 3", "--customers"),
    ],
)
def test_what_makes_no_sense_ends_with_2(
    typed: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        parse(typed.split())
    assert end.value.code == 2
    assert says in capsys.readouterr().err


def test_a_flag_s_value_is_never_taken_for_the_command() -> None:
    for command in ("", *COMMANDS):
        for action in command_parser(command)._actions:
            if (
                action.option_strings
                and action.nargs is None
                and "--yes" not in (action.option_strings)
            ):
                flag = action.option_strings[-1]
                assert _command_of([flag, "demo", command])[0] == command, flag


def test_a_key_in_the_wrong_place_is_not_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    for typed in ("show x --api-key sk_abcdefgh12345678", "find x --section sk_abcdefgh12345678"):
        with pytest.raises(SystemExit):
            parse(typed.split())
        said = capsys.readouterr().err
        assert "sk_…" in said
        assert "abcdefgh" not in said


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    commands = [f"rctui {command} " for command in COMMANDS]
    for word in (*commands, "-- demo", "6 rate limited"):
        assert word in shown


def test_every_command_is_run_by_something() -> None:
    assert {"demo", *commands.COMMANDS} == set(COMMANDS)


def test_show_knows_every_tab_by_its_name() -> None:
    assert tuple(str(tab.title).lower() for tab in TABS) == SECTIONS


WORDS = st.text(max_size=12).filter(lambda word: not word.startswith("-"))


@given(st.sampled_from(["", "demo"]), st.lists(WORDS, max_size=4))
def test_words_alone_are_what_the_parser_makes_of_them(command: str, words: list[str]) -> None:
    assume(command or not words or words[0] not in COMMANDS)
    assert parse([command, *words] if command else words) == parsed(command, words)
