"""What a change makes of what is there, in words, before it is sent."""
