"""What is seen before and after a change, and what that says of it."""
