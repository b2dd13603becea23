"""Tests of the use cases, with the simulated source and a real store."""
