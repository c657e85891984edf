"""A disk that is watched: it records every write, forgets what was not flushed, and fails."""
