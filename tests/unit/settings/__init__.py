"""Tests of settings, state, folders, keys and the log."""
