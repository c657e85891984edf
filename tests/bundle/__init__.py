"""Tries the bundle that `python3 start.py build` made, as someone who was given the folder."""
