"""Tables and records become text and bytes. Nothing here prints."""
