"""The open casusbestand as every page is given it: what it holds, kept safe, and changed."""
