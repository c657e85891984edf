"""Casuïstiekonderzoek: what goes deeper in one case, and what is seen over several."""
