"""Has this customer access, and why: pure rules over what was really loaded."""
