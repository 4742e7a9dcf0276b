from __future__ import annotations

import os
import select
import sys
import traceback
from typing import TYPE_CHECKING

import pytest

from rctui.config.api_key import fetch_api_key
from rctui.config.errors import ApiKeyError
from rctui.config.key_command import output_of
from rctui.config.key_ring import password_of
from rctui.config.key_source import (
    CommandKey,
    EnvironmentKey,
    FileKey,
    KeyringKey,
    LiteralKey,
    read_key_source,
)
from rctui.errors import ExitCode
from rctui.secret import Secret
from tests.config.files import KEY, assert_no_key_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.config.key_source import KeySource


def fetched(source: KeySource, folder: Path, **environment: str) -> Secret:
    return fetch_api_key(source, environment, folder=folder, key_variables={"RC_OTHER"})


def python(code: str) -> CommandKey:
    return CommandKey((sys.executable, "-c", code))


def key_file(folder: Path, content: str, mode: int = 0o600) -> FileKey:
    path = folder / "key"
    path.write_text(content)
    path.chmod(mode)
    return FileKey("key")


def test_every_source_gives_the_key(tmp_path: Path) -> None:
    sources: list[KeySource] = [
        EnvironmentKey("RC"),
        python(f"print('{KEY}')"),
        key_file(tmp_path, KEY + "\n"),
        FileKey(str(tmp_path / "key")),
        LiteralKey(Secret(KEY)),
    ]
    for source in sources:
        assert fetched(source, tmp_path, RC=KEY).reveal() == KEY
        if not isinstance(source, CommandKey):
            assert_no_key_in(repr(source), source.words)


def test_a_home_folder_is_understood(tmp_path: Path) -> None:
    key_file(tmp_path, KEY + "\r\n")
    assert fetched(FileKey("~/key"), tmp_path / "x", HOME=str(tmp_path)).reveal() == KEY


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        (KEY + " ", "a space or a line end"),
        (KEY + "\n\n", "a space or a line end"),
        ("\t" + KEY, "a space or a line end"),
        (KEY + "\x1b", "a control character"),
        (KEY + "é", "beyond ASCII"),
        ("appl_" + KEY, "public SDK key"),
        ("test_" + KEY, "public SDK key"),
        (KEY * 100, "longer than"),
    ],
)
@pytest.mark.parametrize("kind", ["env", "file", "literal"])
def test_what_is_no_key_is_refused_without_showing_it(
    kind: str, value: str, says: str, tmp_path: Path
) -> None:
    sources: dict[str, KeySource] = {
        "env": EnvironmentKey("RC"),
        "file": key_file(tmp_path, value),
        "literal": LiteralKey(Secret(value)),
    }
    with pytest.raises(ApiKeyError, match=says) as caught:
        fetched(sources[kind], tmp_path, RC=value)
    assert caught.value.exit_code is ExitCode.USAGE
    assert_no_key_in("".join(traceback.format_exception(caught.value)))


def test_a_missing_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(ApiKeyError, match=r"RC_ACME_KEY.* is not set"):
        fetched(EnvironmentKey("RC_ACME_KEY"), tmp_path)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_file_must_be_private(mode: int, tmp_path: Path) -> None:
    with pytest.raises(ApiKeyError, match="Others can read") as caught:
        fetched(key_file(tmp_path, KEY, mode), tmp_path)
    assert "chmod 600" in caught.value.hint


@pytest.mark.parametrize("kind", ["missing", "directory", "pipe", "big", "nul"])
def test_what_is_no_key_file_is_said_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "key"
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "big":
        key_file(tmp_path, "x" * 5000)
    with pytest.raises(ApiKeyError, match="key file"):
        fetched(FileKey("\0" if kind == "nul" else "key"), tmp_path)


def test_a_command_sees_no_keys_and_no_terminal(tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = (
        "import os, sys; from pathlib import Path; "
        f"Path({str(told)!r}).write_text(' '.join(sorted(os.environ)) + str(sys.stdin.read())"
        " + str(os.getsid(0) == os.getpid())); print('sk_x')"
    )
    fetched(
        python(code),
        tmp_path,
        RCTUI_API_KEY=KEY,
        RC_OTHER=KEY,
        LOOKS_LIKE_ONE="sk_abc",
        OP_SESSION="kept",
    )
    names, _, alone = told.read_text().rpartition("True")
    assert alone == ""
    assert {"RCTUI_API_KEY", "RC_OTHER", "LOOKS_LIKE_ONE"} & set(names.split()) == set()
    assert "OP_SESSION" in names.split()


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (f"print('{KEY}'); raise SystemExit(3)", "exit code 3"),
        (f"import os; os.write(2, b'{KEY}'); os.kill(os.getpid(), 9)", "signal 9"),
        ("import os\nwhile True: os.write(1, b'x' * 1000)", "more than a key"),
        ("print()", "is empty"),
        (f"print('{KEY}é')", "beyond ASCII"),
    ],
)
def test_a_command_that_fails_tells_its_code_and_no_output(
    code: str, says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ApiKeyError, match=says) as caught:
        fetched(python(code), tmp_path)
    assert_no_key_in(caught.value.message, caught.value.hint, *capfd.readouterr())


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(60)",
        "import os, time; os.close(1); time.sleep(60)",
    ],
)
def test_a_command_that_hangs_is_ended(code: str) -> None:
    with pytest.raises(ApiKeyError, match="did not finish in time"):
        output_of((sys.executable, "-c", code), {"PATH": os.environ["PATH"]}, timeout_s=0.3)


def test_what_a_command_started_ends_with_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    alive = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    # A shell, since it starts at once: the child must be there before the time is over.
    code = '(exec 3> "$0"; printf x >&3; exec sleep 60) &'
    command = ("/bin/sh", "-c", code, str(pipe))
    with pytest.raises(ApiKeyError, match="did not finish in time"):
        output_of(command, {"PATH": os.environ["PATH"]}, timeout_s=2)
    assert os.read(alive, 1) == b"x"
    assert select.select([alive], [], [], 120)[0], "the child still holds its end"
    assert os.read(alive, 1) == b""
    os.close(alive)


def test_a_command_is_run_without_a_shell(tmp_path: Path) -> None:
    with pytest.raises(ApiKeyError, match="There is no program"):
        fetched(CommandKey((f"touch {tmp_path}/made",)), tmp_path)
    with pytest.raises(ApiKeyError, match="can't be run"):
        fetched(CommandKey((str(tmp_path),)), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_only_the_program_of_a_command_is_shown() -> None:
    source = read_key_source({"command": ["op", "read", "op://vault/item"]})
    assert source.words == "command op"


BACKENDS = {
    "value": ("return KEY", None),
    "none": ("return None", "has no entry acme"),
    "headless": ("raise errors.NoKeyringError", "This machine has no keyring"),
    "locked": ("raise RuntimeError(KEY)", "can't be used .RuntimeError"),
    "hanging": ("import time; time.sleep(60)", "did not answer"),
}


@pytest.fixture
def keyring_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty package in place of the real one."""
    package = tmp_path / "packages" / "keyring"
    package.mkdir(parents=True)
    monkeypatch.syspath_prepend(package.parent)
    yield package
    for name in [name for name in sys.modules if name.split(".")[0] == "keyring"]:
        del sys.modules[name]


@pytest.mark.parametrize("kind", BACKENDS)
def test_the_keyring_answers_or_the_reason_is_said(kind: str, keyring_package: Path) -> None:
    body, says = BACKENDS[kind]
    (keyring_package / "errors.py").write_text("class NoKeyringError(Exception): pass")
    (keyring_package / "__init__.py").write_text(
        f"from keyring import errors\nKEY = {KEY!r}\ndef get_password(service, entry): {body}"
    )
    if says is None:
        assert password_of("acme") == KEY
        return
    with pytest.raises(ApiKeyError, match=says) as caught:
        password_of("acme", timeout_s=0.2 if kind == "hanging" else 3)
    assert_no_key_in("".join(traceback.format_exception(caught.value)))


def test_a_missing_keyring_package_is_said(keyring_package: Path, tmp_path: Path) -> None:
    (keyring_package / "__init__.py").write_text("raise ImportError")
    with pytest.raises(ApiKeyError, match="not installed") as caught:
        fetched(KeyringKey("acme"), tmp_path)
    assert "rctui[keyring]" in caught.value.hint
