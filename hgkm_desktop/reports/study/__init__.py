"""The documents of a casuïstiekonderzoek."""
