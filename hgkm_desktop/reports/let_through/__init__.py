"""What of a case, a study, an exercise or figures may be printed, and how exactly."""
