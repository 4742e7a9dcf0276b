"""The demo's data: what the project sells, and the customers that have a name.

All dates are days before or after the moment at which the demo starts, so that it always looks
current; everything else follows from the names alone.
"""
