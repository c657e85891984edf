"""Cijfers in beeld: typed in a grid, read from a table, seen in pictures, and what they mean."""
