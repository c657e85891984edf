"""What a whole room sees: the presentation of a case, and a leertafel point by point."""
