"""Documents: what is said as plain data, and the writers that put it on paper."""
