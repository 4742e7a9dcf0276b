"""What `--help` says beyond the flags: how to begin, examples, where files are, how it ends."""

from __future__ import annotations

from typing import Final

EPILOG: Final = """\
to begin:
  rctui demo                     try everything; nothing leaves this machine
  rctui config add               add a project of your own; its key stays out of the file
  RCTUI_API_KEY=... RCTUI_PROJECT_ID=... rctui     without any configuration file

keys in the program:
  type what you know and press enter; esc leaves the box, f returns to it
  enter opens   1-9 tabs   a what can be done here   : every command   ? all keys   q back

examples:
  rctui show user_42 --plain          read one customer aloud, or by a screen reader
  rctui find a@example.com --json     for scripts
  rctui export user_42 --format csv   a folder of lists for a spreadsheet

files:
  ~/.config/rctui/config.toml    projects and settings; holds no key
  ~/.config/rctui/themes         themes of your own; RCTUI_THEME=NAME or --theme puts one on
  ~/.local/state/rctui           journal of your changes, recovery files, recent and pinned ids
  rctui config path              where they really are on this machine

exit codes: 0 ok, 1 error, 2 usage or configuration, 3 outcome unknown or partly done,
4 key or permission, 5 not found, 6 rate limited"""

_ABOUT: Final[dict[str, str]] = {
    "demo": "The program on a simulated RevenueCat: no key, no network, nothing on disk.",
    "find": """\
Print the customers that a text names: an App User ID, an e-mail, a store's order id, a
dashboard address, or a whole pasted ticket. Nothing found is exit code 5.""",
    "show": """\
Print one customer, every list to its last page: access and why, and what all nine tabs say.
With --section, one list alone, and each of its rows with every field.""",
    "export": """\
Write a whole customer, every list to its last page, into a new file for its owner alone.
Nothing is ever overwritten. Where a list could not be read completely, the file says which
and why, and the exit code is 3.""",
    "journal": "Print your own changes; first those of which nobody knows the end.",
    "restore": """\
Print what a recovery file can put back. Nothing is sent without --yes.""",
    "check": "Say what works and what doesn't. Nothing is changed.",
}

_EXAMPLES: Final[dict[str, str]] = {
    "demo": """\
examples:
  rctui demo --tour                    be led through find, why, grant, journal, reverse
  rctui demo user_42                   open a customer at once
  rctui demo --latency 800             as over a slow line
  rctui demo --serve 127.0.0.1:8765    the same API over HTTP, for any client""",
    "find": """\
examples:
  rctui find GPA.3300-1111-2222-33333
  pbpaste | xargs -0 rctui find""",
    "show": """\
examples:
  rctui show user_42
  rctui show user_42 --section subscriptions
  rctui show user_42 --json | jq .data.verdict""",
    "export": """\
examples:
  rctui export user_42                             ./customer-user_42.json
  rctui export user_42 --format csv -o user_42     a folder with one file for each list
  rctui export user_42 --format markdown -o -      on the terminal, or into a pipe
  rctui export --demo user_42                      try it""",
    "journal": """\
examples:
  rctui journal --since 7d
  rctui journal --unconfirmed --json""",
}


def about(command: str) -> str:
    """What a command does, in a sentence or two; empty where the flags say it all."""
    return _ABOUT.get(command, "")


def examples(command: str) -> str:
    """How a command is typed."""
    return _EXAMPLES.get(command, "")
