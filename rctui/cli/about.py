"""What `--help` says beyond the flags: how to begin, examples, where files are, how it ends.

No line is longer than 80 columns.
"""

from __future__ import annotations

from typing import Final

EPILOG: Final = """\
to begin:
  rctui demo --tour          be led through the first steps; needs no network
  rctui                      asks for a project of yours where there is none yet
  rctui config add --help    the same by flags; the key stays out of the file
  RCTUI_API_KEY=... RCTUI_PROJECT_ID=... rctui    without any file

keys in the program:
  type what you know and press enter; esc leaves the box, f returns to it
  enter opens   1-9 tabs   a what can be done here
  : every command   ? all keys   q back

examples:
  rctui show user_42 --plain          read one customer aloud
  rctui find a@example.com --json     for scripts
  rctui export user_42 --format csv   a folder of lists for a spreadsheet

files:
  ~/.config/rctui/config.toml   projects and settings; holds no key
  ~/.config/rctui/themes        themes of your own, for --theme or RCTUI_THEME
  ~/.local/state/rctui          your changes, recovery files, recent customers
  rctui config path             where they really are on this machine

exit codes: 0 ok, 1 error, 2 usage or configuration, 3 outcome unknown or
partly done, 4 key or permission, 5 not found, 6 rate limited"""

_ABOUT: Final[dict[str, str]] = {
    "demo": """\
The program on a simulated RevenueCat: no key, no network, and nothing on disk
but what you save yourself.""",
    "find": """\
Print the customers that a text names: an App User ID, an e-mail, a store's
order id, a dashboard address, or a whole pasted ticket.""",
    "show": """\
Print one customer, every list to its last page: access and why, and what all
nine tabs say. With --section, one list alone, and each of its rows with every
field.""",
    "export": """\
Write a whole customer, every list to its last page, into a new file for its
owner alone. Nothing is ever overwritten. Where a list could not be read
completely, the file says which and why.""",
    "journal": "Print your own changes; first those of which nobody knows the end.",
    "restore": """\
Print what a recovery file can put back: block and delete write one before they
act, and say where. Nothing is sent without --yes.""",
    "bulk": """\
The same change for a list of customers, in three steps:

  plan FILE     read the list and every customer in it, and write a plan;
                sends no change
  apply FILE    send a plan; without --yes N, with N its number of rows, it is
                only shown
  resume FILE   send what a stopped or killed run left over, each row with its
                own key

A list is one App User ID a line, with --credit, --grant or --playbook; or CSV
whose header says what each row gets:

  customer_id,currency,amount,reference
  customer_id,entitlement,duration""",
    "watch": "Wait until something about a customer is so, or has changed. Only reads.",
    "check": """\
Say what works and what doesn't: configuration, key, permissions, terminal,
clock. Nothing is changed.""",
    "config": """\
Where the configuration is, what counts, and a new project:

  path     where rctui's files are on this machine
  show     every setting and where it came from; never a key
  add      add a project: all that the program asks at its first start, as
           flags. Its key is tried before anything is written
  schema   the JSON schema of the file, for an editor

The file is ~/.config/rctui/config.toml unless --config or RCTUI_CONFIG names
another one. A key is never written into it, only where the key is kept.""",
    "themes": """\
The colours:

  list     every theme, shipped or your own, with its lowest contrast
  check    what is wrong with a theme, given by its name or its file; else with
           all of your own

A theme of your own is ~/.config/rctui/themes/NAME.toml: a base and the colours
that differ. Words are foreground, muted, accent, success, warning and error;
what they are on is background, surface, panel and boost; the row under the
cursor is primary. Such as:

  base = "rctui-dark"
  accent = "#ffb454"

While it is on, it shows anew whenever it is saved.""",
}

_EXAMPLES: Final[dict[str, str]] = {
    "demo": """\
examples:
  rctui demo --tour                    find, why, grant, journal, reverse
  rctui demo user_42                   open a customer at once
  rctui demo --latency 800             as over a slow line
  rctui demo --config own.toml         with its [keymap]; the rest doesn't count
  rctui demo --serve 127.0.0.1:8765    the same API over HTTP, for any client""",
    "find": """\
examples:
  rctui find GPA.3300-1111-2222-33333
  pbpaste | xargs -0 rctui find
  rctui find --demo ann.lee@example.com

exit codes: 0 found, 5 nobody of that name; all others: rctui --help""",
    "show": """\
examples:
  rctui show user_42
  rctui show user_42 --section subscriptions
  rctui show user_42 --json | jq .data.verdict

exit codes: 0 shown, 5 no such customer; all others: rctui --help""",
    "export": """\
examples:
  rctui export user_42                           ./customer-user_42.json
  rctui export user_42 --format csv -o user_42   a folder, a file for each list
  rctui export user_42 --format markdown -o -    on the terminal, or into a pipe
  rctui export --demo user_42                    try it

exit codes: 0 all is written, 3 not complete, 5 no such customer; all others:
rctui --help""",
    "journal": """\
examples:
  rctui journal --since 7d
  rctui journal --unconfirmed --json

exit codes: 0 printed, 2 the time makes no sense""",
    "restore": """\
examples:
  rctui restore ~/.local/state/rctui/recovery/FILE          look
  rctui restore ~/.local/state/rctui/recovery/FILE --yes    put it back

exit codes: 0 shown, or all is put back; 3 a part of it, or nobody knows; all
others: rctui --help""",
    "bulk": """\
examples:
  rctui bulk plan ids.txt --credit GLD=500 --ticket T-1881 --demo
  rctui bulk apply ids.txt.plan.json --yes 412
  rctui bulk resume ids.txt.plan.json --yes 3

exit codes: 0 every row is applied but those that the plan left out, 1 a row is
refused or not sent, 2 the list, the plan or N is wrong, 3 nobody knows of a row""",
    "watch": """\
examples:
  rctui watch user_42
  rctui watch user_42 --until 'entitlement pro' --timeout 10m && echo it came

exit codes: 0 it is so, or nothing was waited for; 1 the time is over first;
all others: rctui --help""",
    "check": """\
examples:
  rctui check
  rctui check --project acme --json

exit codes: 0 all that is needed works, else as the first failure would""",
    "config": """\
examples:
  rctui config add --key-env RC_ACME_KEY        the key is asked for its project
  rctui config add --name acme --project-id proj1ab2c3d4 --key-keyring acme
  rctui config add --key-command 'op read op://support/revenuecat/key'
  rctui config show --project acme

exit codes: 0 ok, 2 usage or configuration, 4 the key was refused; all others:
rctui --help""",
    "themes": """\
examples:
  rctui themes check night             line by line what is wrong with it
  rctui --theme rctui-high-contrast    for one run
  RCTUI_THEME=night rctui              for one shell

exit codes: 0 ok, 2 a theme can't be used

In the program, : and theme shows each while the cursor is on it; keep theme
writes it into the configuration.""",
}


def about(command: str) -> str:
    """What a command does, in a sentence or two; empty where the flags say it all."""
    return _ABOUT.get(command, "")


def examples(command: str) -> str:
    """How a command is typed, and how it ends."""
    return _EXAMPLES.get(command, "")
