"""From a dialog to a change that was sent, read back and said."""
