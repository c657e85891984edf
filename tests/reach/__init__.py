"""How much of the code the tests reach: measured by branch, kept per room, and never lower."""
