"""How much of the code the tests reach: measured by branch, kept per room, and never lower."""

DATA = "HGKM_REACHED"
"""The variable that says in which file, with a number behind its name, each worker writes."""
