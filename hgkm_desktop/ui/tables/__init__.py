"""The table of an organisation: made empty, and read in step by step."""
