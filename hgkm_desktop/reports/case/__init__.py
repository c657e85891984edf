"""The documents about one case, and the sheets that belong to a casusbestand."""
