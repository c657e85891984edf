"""The steps of a casusevaluatie: their pages, the checklist, the round, and what is read off."""
