"""The papers of an exercise and of a playing."""
