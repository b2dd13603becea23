"""Tests of the panels on the real hub with a synchronous loop."""
