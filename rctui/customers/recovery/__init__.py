"""A whole customer in a private file, and what of it can be put back."""
