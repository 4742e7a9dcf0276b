"""What rctui shows before any project is configured: set one up, or try the demo."""
