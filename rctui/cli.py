"""Arguments, a front end, an exit code. Defers every heavy import."""
