"""The same change for many customers: read a list, plan every row, follow each to its end. Pure.

A plan is made once and kept in a file. It fixes each row's change, idempotency key included, so
that it can be applied, stopped, killed and resumed, and every customer is changed once.
"""
