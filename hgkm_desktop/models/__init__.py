"""What a case is made of: frozen records, their words, moments, and the reading of typed text."""
