"""What windows and pages are built of: fields, lists, dialogs, text, theme, work in a thread."""
