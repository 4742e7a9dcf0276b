"""Settings from a TOML file, the environment and flags; and where the API key comes from.

Reading has two steps. `reading` and `first_look` need only the standard library, for the first
frame; `validation` checks everything with pydantic, on the worker. Nothing is written on reading.

- `paths`: which file and which folders; `file_safety`: who else could read or change it
- `toml_text`, `toml_lines`: TOML as a tree, and what its lines are by themselves
- `toml_file`, `reading`: the file and the environment as one tree of plain values
- `first_look`: the projects and their protection, without pydantic
- `settings`: every setting, typed, defaulted and documented; `validation` fills it
- `key_source`, `key_form`, `api_key`, `key_command`, `key_ring`: where a key comes from and
  fetching it, checked and without ever showing it
- `new_project`, `writing`: add a project to the file
- `origins`: where each value came from
- `schema`: the JSON schema of the file
- `errors`: what can be wrong, with file, line and key
"""
