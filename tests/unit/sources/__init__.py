"""Tests of the sources without a network."""
