"""The documents of talks, samples, leertafels and terugkoppeling, and the list of actions."""
