"""Where free text is typed: what was found in it is underlined, and a pasted dossier is stopped."""
