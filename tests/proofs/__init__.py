"""Slow proofs: `python -m tests.proofs` runs each and prints one line per figure."""
