"""Text that came from outside, made fit to be shown on a terminal.

`safe_text` holds the one type that widgets, titles, toasts and plain output accept;
`width` measures and cuts it in terminal cells.
"""
