"""Charts: what they show as plain data, drawn by matplotlib."""
