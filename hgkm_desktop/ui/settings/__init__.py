"""What is chosen for the program and for a file, in one window."""
