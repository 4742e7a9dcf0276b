"""Builds settings, connections and readers; the only place that picks demo or live.

Nothing heavy is imported before a connection is really built, which happens on the worker.
"""
