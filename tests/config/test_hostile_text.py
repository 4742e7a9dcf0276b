"""Whatever is in the file: an answer or a ConfigError, never a crash, and the file stays."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from rctui.config.errors import ConfigError
from rctui.config.first_look import first_look
from rctui.config.validation import validate
from tests.config.files import KEY, assert_no_key_in, read, written

VALUES = st.one_of(
    st.sampled_from(['"auto"', '"open"', '"high"', "3", "true", "{}", "[]", "{ env = 'A' }", '""']),
    st.just(f'"{KEY}"'),
    st.just(f"{{ file = '{KEY}', x = 1 }}"),
)
KEYS = st.sampled_from(
    ["theme", "mouse", "projects", "projects.acme", "projects.acme.api_key", "projects.acme.names",
     "projects.acme.risk", "projects.acme.protection", "projects.acme.name", "default_project",
     "projects.acme.project_id", "projects.acme.limits", "playbooks.x", "keymap", KEY]
)  # fmt: skip
NEARLY = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
    lambda pairs: "\n".join(f"{key} = {value}" for key, value in pairs).encode()
)
TOML_LIKE = st.text(string.ascii_lowercase[:6] + "[]{}=\"'.#,\\ \n\t0123456789-:é").map(str.encode)


@given(st.one_of(st.binary(max_size=200), TOML_LIKE, NEARLY))
@example(b"\xef\xbb\xbftheme = 'auto'")
@example(b"a = '''\n[projects.acme]\n'''")
@example(b"projects.acme.api_key = 9999-99-99")
@example(b"theme = 1e400\nrecovery_days = nan\nkeymap = 0x10")
def test_any_bytes_give_settings_or_a_reason(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), content)
        for step in (lambda: first_look(read(path)), lambda: validate(read(path))):
            try:
                step()
            except ConfigError as error:
                assert_no_key_in(error.message, error.hint)
        assert path.read_bytes() == content
        assert list(Path(folder).iterdir()) == [path]
