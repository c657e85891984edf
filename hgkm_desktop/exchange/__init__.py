"""Cases and tables as text that goes in and out of the program."""
