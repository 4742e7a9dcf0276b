"""From typed or pasted text to customers: what it may stand for, and which requests to try."""
