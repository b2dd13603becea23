"""Tests of what the program talks about."""
