"""What the program leaves behind: on a disk, on a line to elsewhere, in notes of the system."""
