"""What `--help` says beyond the flags: how to begin, examples, where files are, how it ends."""

from __future__ import annotations

from typing import Final

EPILOG: Final = """\
to begin:
  rctui demo --tour              be led through the first steps; nothing leaves this machine
  rctui                          asks for a project of yours where none is configured yet
  rctui config add --help        the same by flags; the key stays out of the file
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
Print what a recovery file can put back: block and delete write one before they act, and say
where. Nothing is sent without --yes.""",
    "bulk": """\
The same change for a list of customers, in three steps:

  plan FILE     read the list and every customer in it, and write a plan; sends no change
  apply FILE    send a plan; without --yes N, with N its number of rows, it is only shown
  resume FILE   send what a stopped or killed run left over, each row with its own key

A list is one App User ID a line, with --credit, --grant or --playbook; or CSV whose header says
what each row gets: customer_id,currency,amount,reference or customer_id,entitlement,duration.""",
    "watch": """\
Wait until something about a customer is so, or has changed, and say what. Only reads.
It ends with 0 once it is so, and with 1 where the time is over first.""",
    "check": """\
Say what works and what doesn't: configuration, key, permissions, terminal, clock. Nothing is
changed. Ends with 0 where all that is needed works, else as the first failure would.""",
    "config": """\
Where the configuration is, what counts, and a new project:

  path     where rctui's files are on this machine
  show     every setting and where it came from; never a key
  add      add a project: all that the program asks at its first start, as flags
  schema   the JSON schema of the file, for an editor

The file is ~/.config/rctui/config.toml unless --config or RCTUI_CONFIG names another one. A key
is never written into it, only where the key is kept.""",
    "themes": """\
The colours:

  list     every theme, shipped or your own, with its lowest contrast
  check    what is wrong with a theme, given by its name or its file; else with all of your own

A theme of your own is ~/.config/rctui/themes/NAME.toml: a base and the colours that differ,
of foreground, muted, accent, success, warning, error (words), background, surface, panel, boost
(what they are on) and primary (the row under the cursor). Such as:

  base = "rctui-dark"
  accent = "#ffb454"

While it is on, it shows anew whenever it is saved.""",
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
    "restore": """\
examples:
  rctui restore ~/.local/state/rctui/recovery/FILE               look
  rctui restore ~/.local/state/rctui/recovery/FILE --yes         put it back""",
    "bulk": """\
examples:
  rctui bulk plan ids.txt --credit GLD=500 --ticket T-1881 --demo
  rctui bulk apply ids.txt.plan.json --yes 412
  rctui bulk resume ids.txt.plan.json --yes 3

exit codes: 0 every row is applied, 1 every row is refused, 2 the list or N is wrong, 3 all else""",
    "watch": """\
examples:
  rctui watch user_42
  rctui watch user_42 --until 'entitlement pro' --timeout 10m && echo it has come""",
    "check": """\
examples:
  rctui check
  rctui check --project acme --json""",
    "config": """\
examples:
  rctui config add --key-env RC_ACME_KEY               the key is asked for its project
  rctui config add --name acme --project-id proj1ab2c3d4 --key-keyring acme --risk high
  rctui config add --key-command 'op read op://support/revenuecat/key'
  rctui config show --project acme

exit codes: 0 ok, 2 usage or configuration, 4 the key was refused""",
    "themes": """\
examples:
  rctui themes check night                  line by line what is wrong with it
  rctui --theme rctui-high-contrast         for one run
  RCTUI_THEME=night rctui                   for one shell

In the program, : and theme shows each while the cursor is on it; keep theme writes it into the
configuration.""",
}


def about(command: str) -> str:
    """What a command does, in a sentence or two; empty where the flags say it all."""
    return _ABOUT.get(command, "")


def examples(command: str) -> str:
    """How a command is typed."""
    return _EXAMPLES.get(command, "")
