"""Benchmarks: what the program takes, beside plain code that does the same work in the same run."""
