"""The line of a case on paper and as a picture: its pages, its bands, its numbered list."""
