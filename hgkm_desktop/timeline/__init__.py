"""The line of a case as plain shapes: marks, lanes, stacking and layout, without Qt and PDF."""
