"""The manuals that come with the program, read and as documents; the sheet of keys."""
