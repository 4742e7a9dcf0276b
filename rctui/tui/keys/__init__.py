"""Every key: the action it belongs to, which keys work together, in which order they act."""
