"""Every change as a frozen value: made from what a person types, checked, stored, reversed."""
