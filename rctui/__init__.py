"""rctui: look after an app's paying customers on RevenueCat, from a terminal.

Where things live, from the bottom up; a layer imports only from those above it in this list:

- `errors`, `clock`: the root of every error and the exit codes that scripts may rely on; the time
- `secret`, `files`, `text`: a value that can't print itself; files that are whole or not there;
  text that can't harm a terminal
- `api`: RevenueCat over HTTP, the only part besides `demo` that knows httpx
- `config`: settings from TOML, environment and flags
- `journal`: every own write, on the disk before it is sent
- `demo`: a simulated RevenueCat, in process or over HTTP; shares nothing with `api`
- `customers`: what rctui does with the API: look up, load a part, judge access
- `playbooks`, `bulk`: several changes in one review; a plan for many customers
- `tables`: a record becomes a row of cells, as a pure function
- `exports`: tables and records become bytes
- `worker`: one thread with its own loop where every request runs
- `wiring`: builds all of the above; the only place that picks demo or live
- `tui`, `headless`: the two front ends; `tui` is the only part that knows Textual
- `cli`: arguments, a front end, an exit code

This module imports nothing, so that `rctui --help` costs nothing.
"""

__version__ = "0.1.0"
