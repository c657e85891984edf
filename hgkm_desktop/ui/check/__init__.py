"""The herleidbaarheidscheck: what was found, what is done about it, and the gate to deelbaar."""
