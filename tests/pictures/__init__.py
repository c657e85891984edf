"""Pictures of every screen and page, to look at: `python -m tests.pictures`."""
