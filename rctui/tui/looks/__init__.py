"""Themes: put on, previewed, kept, and looked at again when their file is saved."""
