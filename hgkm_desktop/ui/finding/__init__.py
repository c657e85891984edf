"""Searching in all that was typed in a file, and the way to what was found."""
