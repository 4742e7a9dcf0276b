"""A simulated RevenueCat: the same 22 operations and rules, with invented customers in memory.

It is the fixture of the tests and the engine of `rctui demo`. It shares nothing with `rctui.api`:
if both ends held the same wrong idea of an answer, no test would notice.

- `world`: the customers; `crowd` makes the many unnamed ones on demand, `dataset` the named ones
- `server`: the ASGI application; `routes` holds one module per resource
- `faults`: rules by which answers are late, refused, cut short or lost
- `in_process`: the application as a transport for httpx, without a port or a thread
- `serve`: the application on a port

This module imports nothing, so that naming the demo costs nothing.
"""
