"""What is done with a casusbestand as a whole: opened, locked, backed up, merged, mended."""
