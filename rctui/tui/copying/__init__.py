"""Copying out of a terminal, and opening an address, as far as that is possible here."""
