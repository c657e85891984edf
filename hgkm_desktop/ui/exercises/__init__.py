"""Oefenen: making an exercise with its branches, and playing it with a room."""
