"""How a document looks: the tagged PDF and the text in ODF, from words to places on a page."""
