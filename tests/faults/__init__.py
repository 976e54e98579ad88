"""What becomes of the library and the archive when something goes wrong outside the program."""
