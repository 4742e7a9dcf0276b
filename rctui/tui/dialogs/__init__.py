"""The dialogs that lead to a change: questions, then one review, then the worker.

A dialog is a `Form`, a value without a toolkit: its questions, what the answers mean so far, and
the change that they make. `screens.form` asks any of them, `screens.review` shows what comes out.
"""
