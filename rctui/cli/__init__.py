"""The command line: arguments, a front end, an exit code."""
