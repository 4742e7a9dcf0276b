"""A record becomes a row of cells: pure functions, without a toolkit.

The same `Table` feeds the screen, plain text, CSV, Markdown and the clipboard, so what is seen
is what is exported.
"""
