"""Documents on screen: chosen, seen as they will be, kept, printed, and the line as a picture."""
