"""What stands between Textual and the terminal: guards on both ways, and lean output."""
