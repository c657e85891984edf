"""The tijdlijn: the line, the table and the panel on one selection, and the invoerregel."""
