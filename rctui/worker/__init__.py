"""One thread with its own loop, where every request runs.

The screens submit reads and writes and get answers back as messages; nothing in the UI awaits
the network. Every write goes through one door, `write_door`, and into the journal before it is
sent.
So a frozen terminal can't delay an outcome, a slow screen can't time out a request, and leaving
drains what is under way first.
"""
