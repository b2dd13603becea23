"""Tests of network files and of reading chains, as far as they need no chain."""
