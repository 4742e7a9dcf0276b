"""The screens: one module each, and the base that they share."""
