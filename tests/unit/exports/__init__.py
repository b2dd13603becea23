"""What leaves the program as files, read back by readers that are not ours."""
