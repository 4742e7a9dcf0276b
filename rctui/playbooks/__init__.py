"""Several changes that belong together, as the configuration names them. Pure."""
